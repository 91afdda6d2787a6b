#!/usr/bin/env bash
# Every operation through the AWS CLI: answers, paging, the errors it names, and its exit status.
set -u
checks=0
role=arn:aws:iam::444444444444:role/WellArchitectedShares
curl=$(command -v curl)
errors=$(mktemp)
trap 'rm -f "$errors"' EXIT

fail() {
  echo "FAILED: $*" >&2
  exit 1
}

# is EXPECTED aws-arguments...: the command's text output
is() {
  local expected=$1 answer
  shift
  answer=$(aws "$@" --output text 2>"$errors") || fail "aws $*: $(cat "$errors")"
  [ "$answer" = "$expected" ] || fail "aws $* answered '$answer' instead of '$expected'"
  checks=$((checks + 1))
}

# all EXPECTED aws-arguments...: the JSON of the command's query over all pages; as text the CLI would ask page by page
all() {
  local expected=$1 answer
  shift
  answer=$(aws "$@" --output json 2>"$errors" | tr -d ' \n') || fail "aws $*: $(cat "$errors")"
  [ "$answer" = "$expected" ] || fail "aws $* answered '$answer' instead of '$expected' $(cat "$errors")"
  checks=$((checks + 1))
}

# refused CODE aws-arguments...: fails with this error
refused() {
  local code=$1
  shift
  aws "$@" >/dev/null 2>"$errors" && fail "aws $* was not refused"
  grep -q "An error occurred ($code) when calling" "$errors" || fail "aws $*: no $code but $(cat "$errors")"
  checks=$((checks + 1))
}

if [ -n "$curl" ]; then
  "$curl" -s -X DELETE "$ADMIN/admin/calls" >/dev/null
  "$curl" -s "$ADMIN/admin/clock" -d '{"advance": "PT5M"}' >/dev/null # fills the token buckets
fi

is o-exampleorgid organizations describe-organization --query Organization.Id
all 24 organizations list-accounts --query 'length(Accounts)'
is 'payments & <orders> "prod" ü' organizations describe-account --account-id 444444444444 --query Account.Name
all 22 organizations list-accounts-for-parent --parent-id ou-abcd-12345678 --query 'length(Accounts)'
all '"r-abcd"' organizations list-roots --query 'Roots[0].Id'
all '"Workloads"' organizations list-organizational-units-for-parent --parent-id r-abcd --query 'OrganizationalUnits[0].Name'
all '"ou-abcd-12345678"' organizations list-parents --child-id 444444444444 --query 'Parents[0].Id'
all '["17"]' organizations list-tags-for-resource --resource-id 444444444444 --query "Tags[?Key=='cost-centre'].Value"
all '"222222222222"' organizations list-delegated-administrators --query 'DelegatedAdministrators[0].Id'
refused AccountNotFoundException organizations describe-account --account-id 999999999999
refused ChildNotFoundException organizations list-parents --child-id 999999999999
refused TargetNotFoundException organizations list-tags-for-resource --resource-id 999999999999

is arn:aws:iam::222222222222:user/automation sts get-caller-identity --query Arn
refused AccessDenied sts assume-role --role-arn ${role}x --role-session-name cli
refused ValidationError sts assume-role --role-arn $role --role-session-name cli --duration-seconds 43200
refused MalformedPolicyDocument sts assume-role --role-arn $role --role-session-name cli --policy '{'
AWS_ACCESS_KEY_ID=AKIAUNKNOWN refused InvalidClientTokenId sts get-caller-identity
AWS_SECRET_ACCESS_KEY=wrong refused SignatureDoesNotMatch sts get-caller-identity

all 20 ssm get-parameters-by-path --path /aws/service/global-infrastructure/services/wellarchitectedtool/regions --query 'length(Parameters)'
refused InvalidNextToken ssm get-parameters-by-path --path /aws --next-token x

session=$(aws sts assume-role --role-arn $role --role-session-name cli --output text \
  --query 'Credentials.[AccessKeyId,SecretAccessKey,SessionToken]') || fail "assume-role"
own=$(env | grep '^AWS_\(ACCESS\|SECRET\)')
read -r AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN <<<"$session"
export AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN AWS_DEFAULT_REGION=eu-west-1 AWS_REGION=eu-west-1
reviewer="env -u AWS_SESSION_TOKEN AWS_ACCESS_KEY_ID=AKIAI44QH8DHBEXAMPLE AWS_SECRET_ACCESS_KEY=je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY"

all '["ENABLED"]' account list-regions --query "Regions[?RegionName=='ap-east-1'].RegionOptStatus"
is DISABLED account get-region-opt-status --region-name me-south-1 --query RegionOptStatus
refused ValidationException account get-region-opt-status --region-name no-where-1

id=$(aws wellarchitected create-workload --workload-name 'Zahlungen & <ü> 100 % cli' --description 'made by the CLI' \
  --environment PRODUCTION --aws-regions eu-west-1 --lenses wellarchitected --review-owner me@example.com \
  --query WorkloadId --output text) || fail create-workload
arn=arn:aws:wellarchitected:eu-west-1:444444444444:workload/$id
is 'Zahlungen & <ü> 100 % cli' wellarchitected get-workload --workload-id $id --query Workload.WorkloadName
is "" wellarchitected tag-resource --workload-arn $arn --tags 'team=payments'
is payments wellarchitected list-tags-for-resource --workload-arn $arn --query Tags.team
refused ThrottlingException wellarchitected list-tags-for-resource --workload-arn $arn
# The service has no paginators, so that an empty page with a token is all the CLI shows.
is True wellarchitected list-workloads --query 'NextToken != null'
share=$(aws wellarchitected create-workload-share --workload-id $id --shared-with 333333333333 --permission-type READONLY \
  --query ShareId --output text) || fail create-workload-share
refused ConflictException wellarchitected create-workload-share --workload-id $id --shared-with 333333333333 --permission-type READONLY
is CONTRIBUTOR wellarchitected update-workload-share --workload-id $id --share-id $share --permission-type CONTRIBUTOR --query WorkloadShare.PermissionType
token=$(aws wellarchitected list-workload-shares --workload-id $id --query NextToken --output text)
is $share wellarchitected list-workload-shares --workload-id $id --next-token "$token" --query 'WorkloadShareSummaries[0].ShareId'
token=$($reviewer aws wellarchitected list-share-invitations --query NextToken --output text)
invitation=$($reviewer aws wellarchitected list-share-invitations --next-token "$token" --output text \
  --query "ShareInvitationSummaries[?WorkloadId=='$id'].ShareInvitationId") || fail list-share-invitations
$reviewer aws wellarchitected update-share-invitation --share-invitation-id $invitation --share-invitation-action ACCEPT >/dev/null || fail update-share-invitation
is "" wellarchitected delete-workload-share --workload-id $id --share-id $share
refused ResourceNotFoundException wellarchitected delete-workload-share --workload-id $id --share-id $share
is DISABLED wellarchitected get-global-settings --query OrganizationSharingStatus
is "" wellarchitected update-global-settings --organization-sharing-status DISABLED
is "" wellarchitected delete-workload --workload-id $id
refused ResourceNotFoundException wellarchitected get-workload --workload-id $id
refused ValidationException wellarchitected list-workloads --max-results 51
AWS_REGION=me-south-1 AWS_DEFAULT_REGION=me-south-1 refused UnrecognizedClientException wellarchitected list-workloads

if [ -n "$curl" ]; then
  called=$("$curl" -s "$ADMIN/admin/calls" | grep -o '"[a-z]*\.[A-Za-z]*":' | wc -l)
  [ "$called" -eq 28 ] || fail "only $called operations were called"
fi
echo "$checks checks of 28 operations"
