# Sourced by ./mvnw and ./muster: exports JAVA_HOME as a JDK of release $JDK_MIN or newer.
#
# Maven itself must run on that JDK, because Quarkus assembles the service inside Maven's own JVM; a toolchain
# is not enough. Looked at, in this order: JAVA_HOME, the javac on the PATH, the folders where Debian, SDKMAN,
# mise, IDEs and macOS put JDKs. Among several the oldest that is new enough wins, so that an early-access
# build lying around does not.
JDK_MIN=${JDK_MIN:-25}

# Prints the feature release of the JDK in folder $1, or 0 where there is none.
jdk_release() {
  if [ ! -x "$1/bin/javac" ] || [ ! -r "$1/release" ]; then
    echo 0
    return
  fi
  jdk_number=$(sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9][0-9]*\).*/\1/p' "$1/release" | head -n 1)
  echo "${jdk_number:-0}"
}

if [ -z "${JAVA_HOME:-}" ] || [ "$(jdk_release "$JAVA_HOME")" -lt "$JDK_MIN" ]; then
  jdk_found='' jdk_found_release=0
  jdk_javac=$(readlink -f "$(command -v javac 2>/dev/null || echo /nowhere)" || echo /nowhere)
  for jdk_folder in "${jdk_javac%/bin/javac}" /usr/lib/jvm/* /usr/local/lib/jvm/* /opt/java/* /opt/jdk* \
    "${HOME:-/nowhere}"/.sdkman/candidates/java/* "${HOME:-/nowhere}"/.local/share/mise/installs/java/* \
    "${HOME:-/nowhere}"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -d "$jdk_folder" ] || continue
    jdk_candidate=$(jdk_release "$jdk_folder")
    [ "$jdk_candidate" -ge "$JDK_MIN" ] || continue
    if [ -z "$jdk_found" ] || [ "$jdk_candidate" -lt "$jdk_found_release" ]; then
      jdk_found=$jdk_folder jdk_found_release=$jdk_candidate
    fi
  done
  if [ -z "$jdk_found" ]; then
    echo "Muster needs a JDK $JDK_MIN or newer and found none." >&2
    echo "Maybe install Temurin $JDK_MIN, or set JAVA_HOME to where it is." >&2
    exit 1
  fi
  JAVA_HOME=$jdk_found
fi
export JAVA_HOME
