"""Asks the site on this machine whether it is well; ends with 0 when it is. The image's health check."""

import http.client
import os
import sys

host = os.environ.get("ALLOWED_HOSTS", "localhost").split(",")[0].strip().lstrip(".*") or "localhost"
try:
    site = http.client.HTTPConnection("127.0.0.1", int(os.environ.get("PORT", "8000")), timeout=4)
    site.request("GET", "/healthz", headers={"Host": host})
    status = site.getresponse().status
except (OSError, http.client.HTTPException) as unreachable:
    sys.exit(f"/healthz cannot be reached: {unreachable}")
if status != http.client.OK:
    sys.exit(f"/healthz answered {status}")
