"""How gunicorn serves: every value can be set in the environment, none needs to be."""

import os
from pathlib import Path

bind = f"{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"
workers = int(os.environ.get("WORKERS", "2"))
worker_class = "gthread"
threads = 4
preload_app = True  # the catalogue is loaded once and shared
keepalive = 5
timeout = 30
graceful_timeout = 30
max_requests = 0
limit_request_line = 4094
limit_request_fields = 50

# Workers prove that they live by touching a file; in memory, a read-only disk does no harm.
if Path("/dev/shm").is_dir():  # noqa: S108
    worker_tmp_dir = "/dev/shm"  # noqa: S108

accesslog = None
