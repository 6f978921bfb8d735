"""Whether the process lives, and whether it can work."""

from flask import abort

from service.web import use_cases
from service.web.api.blueprint import JsonBlueprint
from service.web.schemas import StateSchema

health = JsonBlueprint("health", __name__, description="For load balancers and orchestrators.")


@health.get("/healthz")
@health.doc(security=[])
@health.response(200, StateSchema, example={"status": "alive"})
def alive() -> dict[str, str]:
    """Check that the process is alive

    Responds even while models load or the service is busy.
    """
    return {"status": "alive"}


@health.get("/readyz")
@health.doc(security=[])
@health.fails_with(503, is_open=True)
@health.response(200, StateSchema, example={"status": "ready"})
def ready() -> dict[str, str]:
    """Check that the service is ready

    503 until the models are loaded and the store can be reached. Requests sent before that wait for the models.
    """
    waiting = [name for name, is_ready in use_cases().readiness().items() if not is_ready]
    if waiting:
        abort(503, f"Not ready yet: {', '.join(waiting)}.")
    return {"status": "ready"}
