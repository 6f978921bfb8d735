"""What jobs answer."""

from service.domain.jobs import JobState
from service.web.schemas.answer import AnswerSchema, choice, integer, moment, page, string


class JobSchema(AnswerSchema):
    """The reading of a batch. `total` is `done`, `failed` and `left` together."""

    id = string("Id of the job.")
    state = choice(JobState, "“running” until each line is done or failed: then “finished”; or “cancelled”.")
    total = integer("Articles that were handed in.", attribute="n_lines")
    done = integer("Articles that are kept.", attribute="n_done")
    failed = integer("Lines that became no article; `/v1/jobs/{job_id}/errors` tells why.", attribute="n_failed")
    left = integer("Lines that are not read yet; of a cancelled job, that will not be.", attribute="n_left")
    created_at = moment("created_at", "When the batch was there, in UTC.")
    finished_at = moment("finished_at", "When the job ended, in UTC; null while it runs.", allow_none=True)


class LineErrorSchema(AnswerSchema):
    """Why a line became no article."""

    line = integer("The line, counted from 1, empty ones included.")
    article_id = string("The article's id, where the line gives one.", allow_none=True)
    field = string("A JSON pointer into the line; null where it is all of it.", allow_none=True)
    detail = string("What is wrong, in a sentence.")


JobsPageSchema = page(JobSchema, "jobs", "The jobs, the newest first.")
LineErrorsPageSchema = page(LineErrorSchema, "errors", "The lines that became no article, in their order.")
