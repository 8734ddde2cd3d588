#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Both Yes authors
# SPDX-License-Identifier: Apache-2.0
# Runs once, when PostgreSQL's volume is new: a user who owns one database and may do nothing else.
set -euo pipefail
psql -v ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname postgres <<'SQL'
\set password `cat "${SECRET:-/run/secrets/database}"`
SET password_encryption = 'scram-sha-256';
CREATE ROLE bothyes LOGIN PASSWORD :'password';
CREATE DATABASE bothyes OWNER bothyes TEMPLATE template0 ENCODING 'UTF8';
REVOKE ALL ON DATABASE bothyes FROM PUBLIC;
SQL
