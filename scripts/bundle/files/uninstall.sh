#!/bin/sh
# 卸载践诺：停掉服务，删除程序。台账和原件留着，只告诉在哪里。
# Removes the programme and its service. The ledger and the originals stay where they are.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd -P)
prefix=${1:-$(CDPATH= cd -- "$here/../.." && pwd -P)}
[ -d "$prefix/versions" ] && [ -x "$prefix/bin/jiannuo" ] || {
  echo "$prefix 不是践诺的安装目录。用法：$prefix/current/uninstall.sh，或 uninstall.sh 安装目录" >&2
  echo "$prefix is no installation of jiannuo." >&2
  exit 2
}
data=$(sed -n 's/^JIANNUO_DATA=//p' "$prefix/jiannuo.env" 2>/dev/null | tail -n 1)
if [ "$(id -u)" = 0 ]; then unit=/etc/systemd/system/jiannuo.service scope=
else unit=${XDG_CONFIG_HOME:-$HOME/.config}/systemd/user/jiannuo.service scope=--user; fi
if [ -e "$unit" ] && grep -q "ExecStart=$prefix/" "$unit"; then
  systemctl $scope disable --now jiannuo.service 2>/dev/null || true
  rm -f "$unit"
  systemctl $scope daemon-reload 2>/dev/null || true
fi
rm -rf "$prefix/versions" "$prefix/current" "$prefix/bin/jiannuo" "$prefix/jiannuo.service"
rmdir "$prefix/bin" 2>/dev/null || true
echo "已卸载 removed: $prefix（设置 jiannuo.env 留着 kept）"
echo "数据没有动 data kept: ${data:-$HOME/.jiannuo}"
