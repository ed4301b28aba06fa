#!/bin/sh
# 安装践诺：把本文件夹装到一个目录，不需要 root，不联网。重复运行即升级，旧版本留着，可以退回。
# Installs jiannuo from this folder; no root, no network. Run again to upgrade: the version before is kept.
set -eu

usage() {
  cat <<'TEXT'
用法 Usage: ./install.sh [--prefix DIR] [--data DIR] [--service] [--user NAME]

  --prefix DIR   装到哪里（默认：root 为 /opt/jiannuo，其他用户为 ~/jiannuo）
  --data DIR     台账和原件放在哪里（默认：root 为 /var/lib/jiannuo，其他用户为 ~/.jiannuo；升级时不变）
  --service      写一个 systemd 服务：root 装成系统服务，以 --user 的身份运行；其他用户装成自己的服务
  --user NAME    系统服务用哪个用户运行（默认 jiannuo，没有就建一个不能登录的）
TEXT
}
fail() { printf '%s\n' "$@" >&2; exit 1; }

here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd -P)
version=$(cat "$here/VERSION")
uid=$(id -u)
if [ "$uid" = 0 ]; then prefix=/opt/jiannuo data=/var/lib/jiannuo; else prefix=$HOME/jiannuo data=$HOME/.jiannuo; fi
service=no account=jiannuo
while [ $# -gt 0 ]; do
  case $1 in
    --prefix | --data | --user) [ $# -ge 2 ] || { usage >&2; exit 2; } ;;
  esac
  case $1 in
    --prefix) prefix=$2; shift 2 ;;
    --data) data=$2; shift 2 ;;
    --user) account=$2; shift 2 ;;
    --service) service=yes; shift ;;
    -h | --help) usage; exit 0 ;;
    *) usage >&2; exit 2 ;;
  esac
done
case $prefix in /*) ;; *) prefix=$(pwd)/$prefix ;; esac
case $data in /*) ;; *) data=$(pwd)/$data ;; esac
case $prefix$data in *[!A-Za-z0-9/._@-]*) fail "目录名里只能有字母、数字和 / . _ @ -：$prefix $data" \
  "Only letters, digits and / . _ @ - in the folders' names." ;; esac

[ "$(uname -s) $(uname -m)" = 'Linux x86_64' ] ||
  fail "这个安装包只用于 64 位 x86 的 Linux，本机是 $(uname -s) $(uname -m)。" 'This bundle is for Linux on x86-64.'
wanted=$(cat "$here/GLIBC")
libc=$(getconf GNU_LIBC_VERSION 2>/dev/null | sed 's/.* //') || libc=
[ -n "$libc" ] && [ "$(printf '%s\n%s\n' "$wanted" "$libc" | sort -V | head -n 1)" = "$wanted" ] ||
  fail "系统的 glibc 是 ${libc:-未知}，需要 $wanted 以上。" "glibc $wanted or newer is needed, this system has ${libc:-none}."
(cd "$here" && sha256sum --check --quiet --strict SHA256SUMS) ||
  fail '安装包不完整或被改动，请重新复制后再装。' 'The bundle is incomplete or was changed: copy it again.'

[ ! -e "$prefix" ] || [ -d "$prefix/versions" ] || [ -z "$(ls -A "$prefix")" ] ||
  fail "$prefix 里已有别的文件，请换一个目录（--prefix）。" "$prefix holds other files: name another folder."

# 先复制到旁边，再换过去；同一版本重装时旧的先挪开，换好才删，中断了就挪回来：旧版本照常可用。
mkdir -p "$prefix/versions" "$prefix/bin"
place=$prefix/versions/$version
aside=$prefix/versions/.$version.$$
before=$aside.before
back() {
  rm -rf "$aside"
  if [ -e "$place" ]; then rm -rf "$before"; elif [ -e "$before" ]; then mv "$before" "$place"; fi
}
trap back EXIT
trap 'exit 1' HUP INT TERM
cp -R "$here" "$aside"
[ ! -e "$place" ] || mv "$place" "$before"
mv "$aside" "$place"
rm -rf "$before"
trap - EXIT HUP INT TERM
ln -sfn "versions/$version" "$prefix/current.new"
mv -Tf "$prefix/current.new" "$prefix/current"
cp "$prefix/current/jiannuo" "$prefix/bin/jiannuo"
chmod 755 "$prefix/bin/jiannuo"

# 变量里可能有密码，台账和原件只给运行的用户看。
mask=$(umask)
umask 077
if [ ! -e "$prefix/jiannuo.env" ]; then
  {
    echo '# 每行一个变量，全部变量见 current/env.example。环境里已有的同名变量优先。'
    echo "JIANNUO_DATA=$data"
  } >"$prefix/jiannuo.env"
fi
data=$(sed -n 's/^JIANNUO_DATA=//p' "$prefix/jiannuo.env" | tail -n 1)
[ -n "$data" ] || data=$HOME/.jiannuo
mkdir -p "$data"
umask "$mask"

if [ "$service" = yes ]; then
  unit=$prefix/jiannuo.service
  if [ "$uid" = 0 ]; then
    id "$account" >/dev/null 2>&1 || useradd --system --no-create-home --shell /sbin/nologin "$account"
    [ "$(id -u "$account")" != 0 ] || fail '服务不能用 root 运行，请换一个用户（--user）。' 'The service must not run as root.'
    chown -R "$account" "$data"
    chgrp "$(id -gn "$account")" "$prefix/jiannuo.env"
    chmod 640 "$prefix/jiannuo.env"
    sed -e "s|@PREFIX@|$prefix|g" -e "s|@DATA@|$data|g" -e "s|@WANTED@|multi-user.target|" \
      -e "s|@USER@|User=$account|" "$prefix/current/jiannuo.service" >"$unit"
    target=/etc/systemd/system/jiannuo.service scope=
  else
    sed -e "s|@PREFIX@|$prefix|g" -e "s|@DATA@|$data|g" -e "s|@WANTED@|default.target|" \
      -e '/@USER@/d' "$prefix/current/jiannuo.service" >"$unit"
    target=${XDG_CONFIG_HOME:-$HOME/.config}/systemd/user/jiannuo.service scope=--user
    mkdir -p "$(dirname "$target")"
  fi
  cp "$unit" "$target"
  if systemctl $scope daemon-reload 2>/dev/null && systemctl $scope enable jiannuo.service &&
    systemctl $scope restart jiannuo.service; then
    echo "服务已启动 service started: systemctl $scope status jiannuo"
  else
    echo "服务文件已写好 unit written: $target（systemd 没有运行；启动后 systemctl $scope enable --now jiannuo）"
  fi
fi

echo "已安装 installed: jiannuo $version → $prefix"
echo "数据 data: $data"
"$prefix/bin/jiannuo" doctor || true
echo "开始使用 start: $prefix/bin/jiannuo serve"
