"""Every operation through boto3: answers, paging, error classes, signatures, a presigned request."""
import datetime
import json
import os
import urllib.error
import urllib.request

import boto3
from botocore import UNSIGNED
from botocore.config import Config
from botocore.exceptions import ClientError

ROLE = "arn:aws:iam::444444444444:role/WellArchitectedShares"
REVIEWER = dict(aws_access_key_id="AKIAI44QH8DHBEXAMPLE", aws_secret_access_key="je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY")
UNCHECKED = Config(parameter_validation=False, retries={"total_max_attempts": 1})
# Older ones would pass over the environment variable and call AWS itself.
OLD = tuple(int(part) for part in boto3.__version__.split(".")[:2]) < (1, 28)
ENDPOINT = {"endpoint_url": os.environ["AWS_ENDPOINT_URL"]} if OLD else {}
checks = 0


def client(service, region="eu-west-1", config=UNCHECKED, **keys):
    return boto3.client(service, region_name=region, config=config, **ENDPOINT, **keys)


def check(is_so, what):
    global checks
    checks += 1
    if not is_so:
        raise SystemExit(f"FAILED: {what}")


def refused(call, of, error, status, code=None):
    """The call must fail with the client's own class for the error, or with its general one and the code."""
    try:
        call()
    except ClientError as e:
        expected = getattr(of.exceptions, error, None) if code is None else ClientError
        check(type(e) is expected, f"{error} arrived as {type(e).__name__}: {e}")
        check(e.response["Error"]["Code"] == (code or error), f"{error} came with code {e.response['Error']['Code']}")
        check(e.response["ResponseMetadata"]["HTTPStatusCode"] == status, f"{error} came with status {e.response['ResponseMetadata']['HTTPStatusCode']}")
        check(len(e.response["ResponseMetadata"]["RequestId"]) == 36, f"{error} has no request id")
        return e.response
    raise SystemExit(f"FAILED: {error} did not come")


def pages(call, member, **parameters):
    items, empty = [], 0
    while True:
        answer = call(**parameters)
        items += answer[member]
        empty += not answer[member]
        if not answer.get("NextToken"):
            return items, empty
        parameters["NextToken"] = answer["NextToken"]


def organizations():
    org = client("organizations", "us-east-1")
    described = org.describe_organization()["Organization"]
    check(described["Id"] == "o-exampleorgid" and described["FeatureSet"] == "ALL", described)
    accounts = [it for page in org.get_paginator("list_accounts").paginate() for it in page["Accounts"]]
    check(len(accounts) == 24, f"{len(accounts)} accounts")
    check(isinstance(accounts[0]["JoinedTimestamp"], datetime.datetime), accounts[0])
    found, empty = pages(org.list_accounts_for_parent, "Accounts", ParentId="ou-abcd-12345678")
    check(len(found) == 22 and empty > 0, f"{len(found)} accounts, {empty} empty pages")
    check(org.describe_account(AccountId="444444444444")["Account"]["Name"] == 'payments & <orders> "prod" ü', "name")
    check(pages(org.list_roots, "Roots")[0][0]["Id"] == "r-abcd", "root")
    check(pages(org.list_organizational_units_for_parent, "OrganizationalUnits", ParentId="r-abcd")[0][0]["Name"] == "Workloads", "OU")
    check(pages(org.list_parents, "Parents", ChildId="444444444444")[0] == [{"Id": "ou-abcd-12345678", "Type": "ORGANIZATIONAL_UNIT"}], "parent")
    tags = pages(org.list_tags_for_resource, "Tags", ResourceId="444444444444")[0]
    check({it["Key"]: it["Value"] for it in tags} == {"cost-centre": "17", "key with space": "a+b/c"}, tags)
    check(pages(org.list_delegated_administrators, "DelegatedAdministrators")[0][0]["Id"] == "222222222222", "delegated")
    invalid = refused(lambda: org.list_accounts(MaxResults=21), org, "InvalidInputException", 400)
    check(invalid["Reason"] == "MAX_VALUE_EXCEEDED", invalid)
    refused(lambda: org.describe_account(AccountId="999999999999"), org, "AccountNotFoundException", 400)
    refused(lambda: org.list_parents(ChildId="999999999999"), org, "ChildNotFoundException", 400)
    refused(lambda: org.list_accounts_for_parent(ParentId="ou-abcd-87654321"), org, "ParentNotFoundException", 400)
    refused(lambda: org.list_tags_for_resource(ResourceId="999999999999"), org, "TargetNotFoundException", 400)
    refused(lambda: client("organizations", **REVIEWER).describe_organization(), org, "AWSOrganizationsNotInUseException", 400)
    refused(lambda: [org.list_roots() for _ in range(3)], org, "TooManyRequestsException", 400)


def sts():
    me = client("sts")
    check(me.get_caller_identity()["Arn"] == "arn:aws:iam::222222222222:user/automation", "identity")
    check(client("sts", "aws-global").get_caller_identity()["Account"] == "222222222222", "the global endpoint")
    check(client("organizations", "aws-global").describe_organization()["Organization"]["Id"] == "o-exampleorgid", "the global endpoint")
    answer = me.assume_role(RoleArn=ROLE, RoleSessionName="boto3", DurationSeconds=900)
    check(answer["AssumedRoleUser"]["Arn"].endswith("assumed-role/WellArchitectedShares/boto3"), answer)
    check(isinstance(answer["Credentials"]["Expiration"], datetime.datetime), answer)
    refused(lambda: me.assume_role(RoleArn=ROLE + "x", RoleSessionName="boto3"), me, "AccessDenied", 403, code="AccessDenied")
    refused(lambda: me.assume_role(RoleArn=ROLE, RoleSessionName="x"), me, "ValidationError", 400, code="ValidationError")
    refused(lambda: client("sts", aws_access_key_id="AKIAUNKNOWN", aws_secret_access_key="x").get_caller_identity(), me, "InvalidClientTokenId", 403, code="InvalidClientTokenId")
    refused(lambda: client("sts", aws_access_key_id=os.environ["AWS_ACCESS_KEY_ID"], aws_secret_access_key="x").get_caller_identity(), me, "SignatureDoesNotMatch", 403, code="SignatureDoesNotMatch")
    refused(lambda: client("sts", config=Config(signature_version=UNSIGNED)).get_caller_identity(), me, "MissingAuthenticationToken", 403, code="MissingAuthenticationToken")
    try:
        me.assume_role(RoleArn=ROLE, RoleSessionName="boto3", Policy="{")
        raise SystemExit("FAILED: a session policy that is no JSON was taken")
    except me.exceptions.MalformedPolicyDocumentException as e:
        check(e.response["Error"]["Code"] == "MalformedPolicyDocument", e.response)
    presigned(me)
    credentials = answer["Credentials"]
    return dict(aws_access_key_id=credentials["AccessKeyId"], aws_secret_access_key=credentials["SecretAccessKey"], aws_session_token=credentials["SessionToken"])


def presigned(me):
    for method in "POST", "GET":
        url = me.generate_presigned_url("get_caller_identity", ExpiresIn=60, HttpMethod=method)
        with urllib.request.urlopen(urllib.request.Request(url, method=method)) as answer:
            check(b"<Account>222222222222</Account>" in answer.read(), f"presigned {method}")
    try:
        urllib.request.urlopen(url.replace("Signature=", "Signature=0"))
        raise SystemExit("FAILED: a changed presigned address was taken")
    except urllib.error.HTTPError as e:
        check(e.code == 403 and b"SignatureDoesNotMatch" in e.read(), "presigned and changed")


def others(session):
    ssm = client("ssm")
    path = "/aws/service/global-infrastructure/services/wellarchitectedtool/regions"
    regions, _ = pages(ssm.get_parameters_by_path, "Parameters", Path=path)
    check(len(regions) == 20 and isinstance(regions[0]["LastModifiedDate"], datetime.datetime), f"{len(regions)} Regions")
    refused(lambda: ssm.get_parameters_by_path(Path=path, NextToken="made-up"), ssm, "InvalidNextToken", 400)
    refused(lambda: ssm.get_parameters_by_path(Path=path, MaxResults=11), ssm, "ValidationException", 400)
    account = client("account", **session)
    status = {it["RegionName"]: it["RegionOptStatus"] for it in pages(account.list_regions, "Regions")[0]}
    check(status["eu-west-1"] == "ENABLED_BY_DEFAULT" and status["ap-east-1"] == "ENABLED" and status["me-south-1"] == "DISABLED", status)
    check(client("account", "aws-global", **session).get_region_opt_status(RegionName="ap-east-1")["RegionOptStatus"] == "ENABLED", "the global endpoint")
    check(account.get_region_opt_status(RegionName="ap-east-1")["RegionOptStatus"] == "ENABLED", "opt status")
    refused(lambda: account.get_region_opt_status(RegionName="no-where-1"), account, "ValidationException", 400)
    refused(lambda: account.list_regions(AccountId="555555555555"), account, "AccessDeniedException", 403)


def well_architected(session):
    wa = client("wellarchitected", **session)
    workloads, empty = pages(wa.list_workloads, "WorkloadSummaries")
    check(len(workloads) == 120 and empty > 0 and workloads[0]["Owner"] == "444444444444", f"{len(workloads)} workloads")
    check(len(pages(wa.list_workloads, "WorkloadSummaries", WorkloadNamePrefix="no such")[0]) == 0, "prefix")
    new = dict(WorkloadName="Zahlungen & <ü> 100 %", Description="made by boto3 – “quoted”", Environment="PRODUCTION", AwsRegions=["eu-west-1"], Lenses=["wellarchitected"], ReviewOwner="me@example.com", Tags={"a b": "c/d+e"}, ClientRequestToken="boto3")
    made = wa.create_workload(**new)
    check(wa.create_workload(**new)["WorkloadId"] == made["WorkloadId"], "token")
    workload = made["WorkloadId"]
    got = wa.get_workload(WorkloadId=workload)["Workload"]
    check(got["WorkloadName"] == new["WorkloadName"] and got["Description"] == new["Description"], got)
    wa.tag_resource(WorkloadArn=made["WorkloadArn"], Tags={"team": "payments"})
    check(wa.list_tags_for_resource(WorkloadArn=made["WorkloadArn"])["Tags"] == {"a b": "c/d+e", "team": "payments"}, "tags")
    refused(lambda: wa.list_tags_for_resource(WorkloadArn=made["WorkloadArn"]), wa, "ThrottlingException", 429)
    shares(wa, workload)
    check(wa.get_global_settings()["OrganizationSharingStatus"] == "DISABLED", "settings")
    wa.update_global_settings(OrganizationSharingStatus="ENABLED")
    check(wa.get_global_settings()["OrganizationSharingStatus"] == "ENABLED", "changed settings")
    wa.update_global_settings(OrganizationSharingStatus="DISABLED")
    wa.delete_workload(WorkloadId=workload, ClientRequestToken="boto3-delete")
    refused(lambda: wa.get_workload(WorkloadId=workload), wa, "ResourceNotFoundException", 404)
    invalid = refused(lambda: wa.list_workloads(MaxResults=51), wa, "ValidationException", 400)
    check(invalid["Reason"] == "FIELD_VALIDATION_FAILED" and invalid["Fields"][0]["Name"] == "MaxResults", invalid)
    refused(lambda: client("wellarchitected", "me-south-1", **session).list_workloads(), wa, "UnrecognizedClientException", 403, code="UnrecognizedClientException")
    check(client("wellarchitected", "ap-east-1", **session).list_workloads()["WorkloadSummaries"] == [], "opt-in Region")
    fault(wa)


def shares(wa, workload):
    share = wa.create_workload_share(WorkloadId=workload, SharedWith="333333333333", PermissionType="READONLY", ClientRequestToken="one")["ShareId"]
    refused(lambda: wa.create_workload_share(WorkloadId=workload, SharedWith="333333333333", PermissionType="READONLY", ClientRequestToken="two"), wa, "ConflictException", 409)
    reviewer = client("wellarchitected", **REVIEWER)
    invitation = [it for it in pages(reviewer.list_share_invitations, "ShareInvitationSummaries")[0] if it["WorkloadId"] == workload][0]
    check(wa.update_workload_share(WorkloadId=workload, ShareId=share, PermissionType="CONTRIBUTOR")["WorkloadShare"]["PermissionType"] == "CONTRIBUTOR", "PATCH")
    reviewer.update_share_invitation(ShareInvitationId=invitation["ShareInvitationId"], ShareInvitationAction="ACCEPT")
    refused(lambda: reviewer.update_share_invitation(ShareInvitationId=invitation["ShareInvitationId"], ShareInvitationAction="REJECT"), reviewer, "ConflictException", 409)
    listed, _ = pages(wa.list_workload_shares, "WorkloadShareSummaries", WorkloadId=workload, Status="ACCEPTED", SharedWithPrefix="3333")
    check([it["ShareId"] for it in listed] == [share], listed)
    check(any(it["WorkloadId"] == workload for it in pages(reviewer.list_workloads, "WorkloadSummaries")[0]), "the recipient has it")
    refused(lambda: reviewer.list_workload_shares(WorkloadId=workload), reviewer, "AccessDeniedException", 403)
    wa.delete_workload_share(WorkloadId=workload, ShareId=share, ClientRequestToken="three")
    check(pages(wa.list_workload_shares, "WorkloadShareSummaries", WorkloadId=workload)[0] == [], "deleted")


def fault(wa):
    admin("POST", "faults", dict(service="wellarchitected", operation="ListWorkloads", kind="error", code="InternalServerException", count=1))
    refused(lambda: wa.list_workloads(), wa, "InternalServerException", 500)


def admin(method, what, body=None):
    request = urllib.request.Request(f"{os.environ['ADMIN']}/admin/{what}", body and json.dumps(body).encode(), method=method)
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


admin("DELETE", "calls")
admin("POST", "clock", dict(advance="PT5M"))  # fills the token buckets
organizations()
session = sts()
others(session)
well_architected(session)
called = admin("GET", "calls")
check(len(called) == 28, f"only {len(called)} operations were called")
print(f"{checks} checks of {len(called)} operations")
