#!/bin/sh
# 不用安装先看效果：读入示例文件，打印台账，然后打开网页；加 --once 打印后即结束。数据放在临时目录，结束时删除。
# A look without installing: reads the samples, prints the ledger, serves the page; --once ends after the ledger.
set -eu
here=$(dirname -- "$(readlink -f -- "$0")")
JIANNUO_DATA=$(mktemp -d) JIANNUO_PROFILE=embedded JIANNUO_LOG_LEVEL=${JIANNUO_LOG_LEVEL:-warn}
export JIANNUO_DATA JIANNUO_PROFILE JIANNUO_LOG_LEVEL
trap 'rm -rf "$JIANNUO_DATA"' EXIT
trap 'exit 130' INT TERM
"$here/jiannuo" ingest "$here"/app/fixtures/documents/*/sources
printf '\n承诺台账（按时限，前 40 条）/ the ledger of commitments, by deadline, first 40\n\n'
"$here/jiannuo" list --stance commitment --limit 40
[ "${1:-}" = --once ] || "$here/jiannuo" serve
