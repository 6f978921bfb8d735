# Layers by how often they change: base, packages, then code and models, which alone are new after a change of code.
ARG PYTHON_IMAGE=python:3.11-slim

# The pinned packages, in a virtual environment.
FROM ${PYTHON_IMAGE} AS packages
# An index or a folder of wheels other than the usual ones; torch's CPU build is found by itself (scripts/install.py).
ARG PIP_INDEX_URL=
ARG PIP_EXTRA_INDEX_URL=
ARG PIP_FIND_LINKS=
ARG TORCH_INDEX=
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
WORKDIR /src
COPY scripts/install.py requirements.lock ./
RUN python3 install.py /opt/quotes requirements.lock

# Of those, what a server needs: no tests, headers or symbols, nothing that installs, and no package that only torch's
# compiler or a download from a hub would import.
FROM packages AS slim
RUN cd /opt/quotes/lib/python3.*/site-packages \
  && rm -rf pip pip-* setuptools setuptools-* _distutils_hack distutils-precedence.pth pkg_resources /opt/quotes/bin/pip* \
  && find torch/bin -type f ! -name torch_shm_manager -delete \
  && rm -rf torch/test torch/include torch/share torch/lib/lib*test.so \
  && rm -rf sympy mpmath hf_xet && find babel/locale-data -name '*.dat' ! -name 'en*' ! -name root.dat -delete \
  && find . -type d -name tests -prune -exec rm -r {} +
# Without Debian's packages to be had, torch keeps its symbols, which are 98 MB.
RUN (apt-get update -qq && apt-get install -qq -y --no-install-recommends binutils) >/dev/null \
  && strip --strip-unneeded /opt/quotes/lib/python3.*/site-packages/torch/lib/*.so \
  || echo "No strip here: torch keeps its symbols." >&2

# The service with its models, apart.
FROM packages AS code
COPY LICENSE README.md pyproject.toml ./
COPY service service
COPY clients clients
RUN /opt/quotes/bin/pip install --no-deps --no-build-isolation --quiet --prefix /code .

FROM ${PYTHON_IMAGE}
# A number, by which Kubernetes sees that it is not root.
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin quotes \
  && install --directory --owner=quotes --group=quotes /var/lib/quotes \
  && rm -rf /usr/local/lib/python3.*/site-packages/* /usr/local/bin/pip* /usr/share/python-wheels
COPY --from=slim /opt/quotes /opt/quotes
COPY seeds /opt/quotes/seeds
COPY --from=code /code /opt/quotes
ENV PATH=/opt/quotes/bin:$PATH PYTHONUNBUFFERED=1 QUOTES_SEEDS=/opt/quotes/seeds
# Where articles are kept, unless a URL names a PostgreSQL server.
ENV QUOTES_DATABASE_URL=sqlite:////var/lib/quotes/quotes.sqlite
VOLUME /var/lib/quotes
# Fails the build, and not the first start, where something that was left out is needed.
RUN quotes models check && quotes openapi >/dev/null
ARG VERSION=0.1.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="quotes" \
  org.opencontainers.image.description="Who said it, what that person is, and where the reports disagree." \
  org.opencontainers.image.licenses="Apache-2.0" \
  org.opencontainers.image.version="${VERSION}" \
  org.opencontainers.image.revision="${REVISION}"
USER 10001:10001
# Where the service listens and is asked for its health; the port that the image documents.
ENV QUOTES_BIND=0.0.0.0:8000
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=4s --start-period=60s CMD ["quotes", "health"]
# gunicorn loads the app after it has forked, so that the models load in the worker.
CMD ["quotes", "serve"]
