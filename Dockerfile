# A small image with the record inside: nothing is written when it runs.
#   docker build -t inspection-record .     (without an engine: deploy/build_image.sh)
#   docker run --read-only --tmpfs /tmp --cap-drop ALL -p 8000:8000 -e ALLOWED_HOSTS=record.example.org inspection-record
FROM docker.io/library/python:3.13-slim-trixie AS made
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PYTHONDONTWRITEBYTECODE=1
RUN python3 -m venv /record/.venv
WORKDIR /record
COPY requirements.txt .
RUN .venv/bin/python -m pip install --no-input --require-hashes --requirement requirements.txt \
    && .venv/bin/python -m pip uninstall --yes pip
COPY manage.py pyproject.toml gunicorn.conf.py LICENSE ./
COPY deploy/healthy.py deploy/
COPY inspections inspections
COPY templates templates
COPY static static
COPY seeds seeds
RUN .venv/bin/python manage.py collectstatic --noinput --verbosity 0 \
    && .venv/bin/python manage.py import_sources seeds \
    && .venv/bin/python manage.py audit_record \
    && .venv/bin/python manage.py prepare_downloads \
    && rm -f record.sqlite3-* *.lock \
    && .venv/bin/python -m compileall -q -j 0 --invalidation-mode unchecked-hash inspections .venv \
    && chmod -R a+rX,go-w .

FROM docker.io/library/python:3.13-slim-trixie
RUN echo "record:x:10001:10001:Inspection Record:/nonexistent:/usr/sbin/nologin" >> /etc/passwd \
    && echo "record:x:10001:" >> /etc/group
COPY --from=made /record /record
WORKDIR /record
ENV PATH=/record/.venv/bin:/usr/local/bin:/usr/bin:/bin \
    RECORD_HOME=/record PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 HOST=0.0.0.0 PORT=8000
USER record
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s \
    CMD ["python", "deploy/healthy.py"]
CMD ["python", "-m", "gunicorn", "--config", "gunicorn.conf.py", "inspections.wsgi"]
