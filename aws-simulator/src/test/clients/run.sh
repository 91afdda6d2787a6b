#!/usr/bin/env bash
# Starts the simulator's jar and calls it with AWS's own clients: the AWS CLI, boto3, and the SDK for JavaScript.
# What is not installed is skipped and said so at the end. Exit status: 0 if everything that ran was right.
# SIMULATOR_CLASSPATH, if set, is started instead of the jar.
set -u
here=$(cd "$(dirname "$0")" && pwd)
module=$(cd "$here/../../.." && pwd)
work=$module/target/clients
jar=$(ls "$module"/target/aws-simulator-*.jar 2>/dev/null | grep -v -e "-tests.jar$" | head -1)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
if [ -n "${SIMULATOR_CLASSPATH:-}" ]; then
  simulator=(-cp "$SIMULATOR_CLASSPATH" io.sharewell.simulator.SimulatorMain)
elif [ -n "$jar" ] && [ -d "$module/target/lib" ]; then
  simulator=(-jar "$jar")
else
  echo "There is no jar below target: mvn -pl aws-simulator package -DskipTests" >&2
  exit 3
fi
rm -rf "$work/run" && mkdir -p "$work/run"
"$java" -Xmx128m "${simulator[@]}" --org "$here/organization.yaml" --port 0 --admin-port 0 >"$work/run/simulator.log" 2>&1 &
process=$!
trap 'kill $process 2>/dev/null' EXIT
for _ in $(seq 120); do
  grep -q '^export AWS_REGION' "$work/run/simulator.log" && break
  kill -0 $process 2>/dev/null || { cat "$work/run/simulator.log" >&2; exit 3; }
  sleep 0.25
done

# Nothing of the machine's own AWS configuration may have a say.
for name in $(env | sed -n 's/^\(AWS_[A-Z_0-9]*\)=.*/\1/p'); do unset "$name"; done
export AWS_CONFIG_FILE=$work/run/config AWS_SHARED_CREDENTIALS_FILE=$work/run/credentials AWS_EC2_METADATA_DISABLED=true
touch "$AWS_CONFIG_FILE" "$AWS_SHARED_CREDENTIALS_FILE"
eval "$(grep '^export' "$work/run/simulator.log")"
ADMIN=$(sed -n 's/^admin API *\(http.*\)\/admin\/health$/\1/p' "$work/run/simulator.log")
export ADMIN AWS_PAGER= AWS_RETRY_MODE=standard AWS_MAX_ATTEMPTS=1

failed=0
skipped=()
summary=()

run() { # name, command...
  local name=$1
  shift
  echo "== $name"
  if "$@"; then summary+=("passed   $name"); else failed=1 summary+=("FAILED   $name"); fi
}

# Older ones would pass over AWS_ENDPOINT_URL and call AWS itself.
older_than() { # "MAJOR.MINOR…" MAJOR MINOR
  local major=${1%%.*} rest=${1#*.}
  [ "$major" -eq "$2" ] && [ "${rest%%.*}" -lt "$3" ]
}

if command -v aws >/dev/null && aws --version >/dev/null 2>&1; then
  version=$(aws --version 2>&1 | sed 's|^aws-cli/\([0-9.]*\).*|\1|')
  if older_than "$version" 1 29 || older_than "$version" 2 13; then
    mkdir -p "$work/run/bin"
    printf '#!/bin/sh\nexec "%s" --endpoint-url "$AWS_ENDPOINT_URL" "$@"\n' "$(command -v aws)" >"$work/run/bin/aws"
    chmod +x "$work/run/bin/aws"
    PATH=$work/run/bin:$PATH
  fi
  run "AWS CLI ($(aws --version 2>&1 | cut -d' ' -f1))" bash "$here/aws-cli.sh"
else
  skipped+=("AWS CLI: no command aws")
fi

python=$(command -v python3 || command -v python || true)
if [ -n "$python" ] && "$python" -c 'import boto3' 2>/dev/null; then
  run "boto3 ($("$python" -c 'import boto3; print(boto3.__version__)'))" "$python" "$here/boto3_client.py"
else
  skipped+=("boto3: not installed for python3 (pip install boto3)")
fi

if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
  skipped+=("SDK for JavaScript: no command node or npm")
else
  mkdir -p "$work/javascript"
  cp "$here/javascript/package.json" "$here/javascript/client.mjs" "$work/javascript/"
  if [ ! -d "$work/javascript/node_modules/@aws-sdk/client-wellarchitected" ]; then
    (cd "$work/javascript" && npm install --silent --no-audit --no-fund --no-package-lock >"$work/run/npm.log" 2>&1)
  fi
  if [ -d "$work/javascript/node_modules/@aws-sdk/client-wellarchitected" ]; then
    run "SDK for JavaScript (node $(node --version))" node "$work/javascript/client.mjs"
  else
    skipped+=("SDK for JavaScript: npm could not install it, see $work/run/npm.log")
  fi
fi

echo
printf '%s\n' "${summary[@]}"
for it in "${skipped[@]}"; do echo "SKIPPED  $it"; done
[ ${#summary[@]} -gt 0 ] || echo "No client is installed: nothing was tested"
exit $failed
