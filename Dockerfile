# Built: the virtual environment with pinned dependencies and the service, its models inside.
ARG PYTHON_IMAGE=python:3.11-slim
FROM ${PYTHON_IMAGE} AS build
# Where torch's CPU build is, if the default index has none: see docs/run.md.
ARG PIP_FIND_LINKS=
ARG PIP_EXTRA_INDEX_URL=
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
WORKDIR /src
RUN python -m venv /opt/quotes
ENV PATH=/opt/quotes/bin:$PATH
COPY requirements.lock .
# --no-deps: the lock names all, without CUDA packages. The import fails here, not at start, for a CUDA build.
RUN pip install --no-deps --requirement requirements.lock && python -c "import torch"
COPY LICENSE README.md pyproject.toml ./
COPY service service
COPY clients clients
RUN pip install --no-deps --no-build-isolation .

# Run: as a plain user, with nothing to fetch.
FROM ${PYTHON_IMAGE}
RUN useradd --system --no-create-home --shell /usr/sbin/nologin quotes
COPY --from=build /opt/quotes /opt/quotes
COPY seeds /opt/quotes/seeds
ENV PATH=/opt/quotes/bin:$PATH PYTHONUNBUFFERED=1 QUOTES_SEEDS=/opt/quotes/seeds
# Where articles are kept, unless a URL names a PostgreSQL server.
RUN install --directory --owner=quotes /var/lib/quotes
ENV QUOTES_DATABASE_URL=sqlite:////var/lib/quotes/quotes.sqlite
VOLUME /var/lib/quotes
USER quotes
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=4s --start-period=60s \
  CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/readyz', timeout=3)"]
# gunicorn loads the app after it has forked, so that the models load in the worker.
CMD ["quotes", "serve", "--bind", "0.0.0.0:8000"]
