"""The files by which the service is deployed: the image, Compose, Kubernetes, systemd."""

import re
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest
import yaml

from service.config.settings import Settings
from service.config.variables import variable
from service.version import VERSION

ROOT = Path(__file__).parent.parent
DOCKERFILE = (ROOT / "Dockerfile").read_text("utf-8")
COMPOSE = (ROOT / "compose.yaml").read_text("utf-8")
KUBERNETES = (ROOT / "deploy" / "kubernetes.yaml").read_text("utf-8")
CADDYFILE = (ROOT / "deploy" / "Caddyfile").read_text("utf-8")
SYSTEMD = (ROOT / "deploy" / "quotes.service").read_text("utf-8")
VARIABLES = {variable(setting.name) for setting in fields(Settings)}
# Packages and parts that the image leaves out.
LEFT_OUT = {"sympy", "mpmath", "hf_xet", "setuptools", "pip"}


@pytest.mark.parametrize("text", [DOCKERFILE, COMPOSE, KUBERNETES, SYSTEMD, CADDYFILE])
def test_no_variable_is_mistyped(text: str):
    assert set(re.findall(r"\bQUOTES_[A-Z_]+", text)) <= VARIABLES


def test_the_image_says_its_version():
    assert f"ARG VERSION={VERSION}\n" in DOCKERFILE


def test_the_image_is_sent_all_that_it_copies():
    sent = {line[1:] for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines() if line.startswith("!")}
    copied = {
        name for line in re.findall(r"^COPY (?!--from)(.*)$", DOCKERFILE, re.MULTILINE) for name in line.split()[:-1]
    }
    assert {name for name in copied if not any(each == name or each.startswith(f"{name}/") for each in sent)} == set()


def test_a_plain_user_runs_it_in_kubernetes_and_cannot_write_its_root():
    deployment, _, _ = yaml.safe_load_all(KUBERNETES)
    pod = deployment["spec"]["template"]["spec"]
    assert pod["securityContext"]["runAsNonRoot"]
    assert f"USER {pod['securityContext']['runAsUser']}:{pod['securityContext']['runAsGroup']}" in DOCKERFILE
    (container,) = pod["containers"]
    assert container["securityContext"]["readOnlyRootFilesystem"]
    assert {mount["mountPath"] for mount in container["volumeMounts"]} == {"/var/lib/quotes", "/tmp"}


def test_compose_waits_for_the_tables():
    services = yaml.safe_load(COMPOSE)["services"]
    assert services["quotes"]["depends_on"] == {"tables": {"condition": "service_completed_successfully"}}
    assert services["quotes"]["environment"]["QUOTES_DATABASE_URL"].startswith("postgresql://quotes:")
    assert services["quotes"]["ports"] == ["127.0.0.1:8000:8000"]


def test_the_proxy_waits_longer_than_the_service_takes_and_passes_its_longest_body():
    services, settings = yaml.safe_load(COMPOSE)["services"], Settings()
    assert services["proxy"]["profiles"] == ["proxy"]
    assert "./deploy/Caddyfile:/etc/caddy/Caddyfile:ro" in services["proxy"]["volumes"]
    (seconds,) = re.findall(r"response_header_timeout (\d+)s", CADDYFILE)
    assert int(seconds) > settings.seconds
    assert "max_size 1GiB" in CADDYFILE
    assert settings.max_batch_bytes <= 1024**3
    assert "{$SERVICE:quotes:8000}" in CADDYFILE


@pytest.fixture(scope="module")
def loaded() -> subprocess.CompletedProcess[str]:
    """A server that reads, where the system does not know its user: which parts it has loaded that the image lacks."""
    program = f"""
import pwd
import sys
def unknown(number):
    raise KeyError(number)
pwd.getpwuid = unknown
from service.app import create_app
from service.config.settings import Settings
from service.domain.articles import Span
from service.reader import stanza
text = "“We will build it,” said Ana Ruiz."
stanza(Settings()).parse(text, (Span(0, len(text), text),))
print(sorted({LEFT_OUT!r} & set(sys.modules)))
"""
    return subprocess.run([sys.executable, "-c", program], env={}, cwd=ROOT, capture_output=True, text=True)


@pytest.mark.model
def test_a_server_needs_nothing_that_the_image_leaves_out(loaded: subprocess.CompletedProcess[str]):
    assert loaded.stdout == "[]\n"


@pytest.mark.model
def test_a_user_whom_the_system_does_not_know_loads_the_models(loaded: subprocess.CompletedProcess[str]):
    assert loaded.returncode == 0, loaded.stderr
