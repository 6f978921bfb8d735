"""What jobs answer."""

from service.domain.jobs import JobState
from service.web.schemas.answer import AnswerSchema, choice, integer, moment, page, string


class JobSchema(AnswerSchema):
    """The processing of a batch. `total` is the sum of `done`, `failed` and `left`."""

    id = string("Id of the job.")
    state = choice(JobState, "“running” until every line is done or has failed, then “finished”; or “cancelled”.")
    total = integer("Articles submitted.", attribute="n_lines")
    done = integer("Stored articles.", attribute="n_done")
    failed = integer("Lines that failed; `/v1/jobs/{job_id}/errors` says why.", attribute="n_failed")
    left = integer("Lines not processed yet, or dropped when the job was cancelled.", attribute="n_left")
    created_at = moment("created_at", "When the batch was submitted, in UTC.")
    finished_at = moment("finished_at", "When the job ended, in UTC; null while it is running.", allow_none=True)


class LineErrorSchema(AnswerSchema):
    """Why a line failed."""

    line = integer("The line number, counted from 1, including empty lines.")
    article_id = string("The article's id, if the line has one.", allow_none=True)
    field = string("A JSON pointer into the line; null for the whole line.", allow_none=True)
    detail = string("What is wrong, in one sentence.")


JobsPageSchema = page(JobSchema, "jobs", "The jobs, the newest first.")
LineErrorsPageSchema = page(LineErrorSchema, "errors", "The lines that failed, in order.")
