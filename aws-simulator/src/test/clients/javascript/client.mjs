// Every operation through AWS's SDK for JavaScript: answers, paging, error classes, signatures.

import assert from "node:assert/strict";
import * as account from "@aws-sdk/client-account";
import * as organizations from "@aws-sdk/client-organizations";
import * as ssm from "@aws-sdk/client-ssm";
import * as sts from "@aws-sdk/client-sts";
import * as wellarchitected from "@aws-sdk/client-wellarchitected";

const { AWS_ENDPOINT_URL: endpoint, AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, ADMIN: admin } = process.env;
const AUTOMATION = { accessKeyId, secretAccessKey };
const REVIEWER = { accessKeyId: "AKIAI44QH8DHBEXAMPLE", secretAccessKey: "je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY" };
const ROLE = "arn:aws:iam::444444444444:role/WellArchitectedShares";
let checks = 0;

/** The module's client with a method for each command. */
function client(module, name, credentials = AUTOMATION, region = "eu-west-1") {
  const made = new module[`${name}Client`]({ endpoint, region, credentials, maxAttempts: 1 });
  return new Proxy({}, { get: (_, command) => input => made.send(new module[`${command}Command`](input ?? {})) });
}

function check(isSo, what) {
  checks++;
  assert.ok(isSo, typeof what === "string" ? what : JSON.stringify(what));
}

/** The call must fail with the module's own class for the error; with its general class if it has none. */
async function refused(call, module, name, status, code = name) {
  const error = await call().then(() => assert.fail(`${name} did not come`), it => it);
  const general = Object.values(module).find(it => typeof it === "function" && /ServiceException$/.test(it.name) && !/^(ServiceException)$/.test(it.name));
  check(error instanceof (module[name] ?? general), `${name} arrived as ${error.constructor.name} ${error}`);
  check(error.name === code, `${name} came as ${error.name}`);
  check(error.$metadata.httpStatusCode === status, `${name} came with ${error.$metadata.httpStatusCode}`);
  check(error.$metadata.requestId?.length === 36, `${name} has no request id`);
  return error;
}

async function pages(call, member, input = {}) {
  const items = [];
  let empty = 0;
  let NextToken;
  do {
    const answer = await call({ ...input, NextToken });
    items.push(...answer[member]);
    empty += answer[member].length === 0 ? 1 : 0;
    NextToken = answer.NextToken;
  } while (NextToken);
  return { items, empty };
}

async function testOrganizations() {
  const org = client(organizations, "Organizations", AUTOMATION, "us-east-1");
  check((await org.DescribeOrganization()).Organization.Id === "o-exampleorgid", "organization");
  const accounts = await pages(org.ListAccounts, "Accounts");
  check(accounts.items.length === 24 && accounts.empty > 0, `${accounts.items.length} accounts, ${accounts.empty} empty pages`);
  check(accounts.items[0].JoinedTimestamp instanceof Date, accounts.items[0]);
  check((await pages(org.ListAccountsForParent, "Accounts", { ParentId: "ou-abcd-12345678" })).items.length === 22, "accounts of the OU");
  check((await org.DescribeAccount({ AccountId: "444444444444" })).Account.Name === 'payments & <orders> "prod" ü', "name");
  check((await pages(org.ListRoots, "Roots")).items[0].Id === "r-abcd", "root");
  await refused(() => org.ListRoots(), organizations, "TooManyRequestsException", 400);
  check((await pages(org.ListOrganizationalUnitsForParent, "OrganizationalUnits", { ParentId: "r-abcd" })).items[0].Name === "Workloads", "OU");
  check((await pages(org.ListParents, "Parents", { ChildId: "444444444444" })).items[0].Id === "ou-abcd-12345678", "parent");
  check((await pages(org.ListTagsForResource, "Tags", { ResourceId: "444444444444" })).items.length === 2, "tags");
  check((await pages(org.ListDelegatedAdministrators, "DelegatedAdministrators")).items[0].Id === "222222222222", "delegated");
  const invalid = await refused(() => org.ListAccounts({ MaxResults: 21 }), organizations, "InvalidInputException", 400);
  check(invalid.Reason === "MAX_VALUE_EXCEEDED", invalid);
  await refused(() => org.DescribeAccount({ AccountId: "999999999999" }), organizations, "AccountNotFoundException", 400);
  await refused(() => org.ListParents({ ChildId: "999999999999" }), organizations, "ChildNotFoundException", 400);
  await refused(() => org.ListAccountsForParent({ ParentId: "ou-abcd-87654321" }), organizations, "ParentNotFoundException", 400);
  await refused(() => org.ListTagsForResource({ ResourceId: "999999999999" }), organizations, "TargetNotFoundException", 400);
  await refused(() => client(organizations, "Organizations", REVIEWER).DescribeOrganization(), organizations, "AWSOrganizationsNotInUseException", 400);
}

async function testSts() {
  const me = client(sts, "STS");
  check((await me.GetCallerIdentity()).Arn === "arn:aws:iam::222222222222:user/automation", "identity");
  const answer = await me.AssumeRole({ RoleArn: ROLE, RoleSessionName: "javascript", DurationSeconds: 900 });
  check(answer.Credentials.Expiration instanceof Date, answer);
  await refused(() => me.AssumeRole({ RoleArn: `${ROLE}x`, RoleSessionName: "javascript" }), sts, "AccessDenied", 403);
  await refused(() => me.AssumeRole({ RoleArn: ROLE, RoleSessionName: "x" }), sts, "ValidationError", 400);
  await refused(() => me.AssumeRole({ RoleArn: ROLE, RoleSessionName: "javascript", Policy: "{" }), sts, "MalformedPolicyDocumentException", 400);
  await refused(() => client(sts, "STS", { accessKeyId: "AKIAUNKNOWN", secretAccessKey: "x" }).GetCallerIdentity(), sts, "InvalidClientTokenId", 403);
  await refused(() => client(sts, "STS", { accessKeyId, secretAccessKey: "x" }).GetCallerIdentity(), sts, "SignatureDoesNotMatch", 403);
  const { AccessKeyId, SecretAccessKey, SessionToken } = answer.Credentials;
  return { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
}

async function testOthers(session) {
  const parameters = client(ssm, "SSM");
  const Path = "/aws/service/global-infrastructure/services/wellarchitectedtool/regions";
  const regions = await pages(parameters.GetParametersByPath, "Parameters", { Path });
  check(regions.items.length === 20 && regions.items[0].LastModifiedDate instanceof Date, `${regions.items.length} Regions`);
  await refused(() => parameters.GetParametersByPath({ Path, NextToken: "made-up" }), ssm, "InvalidNextToken", 400);
  await refused(() => parameters.GetParametersByPath({ Path, MaxResults: 11 }), ssm, "ValidationException", 400);
  const management = client(account, "Account", session);
  const status = Object.fromEntries((await pages(management.ListRegions, "Regions")).items.map(it => [it.RegionName, it.RegionOptStatus]));
  check(status["ap-east-1"] === "ENABLED" && status["me-south-1"] === "DISABLED", status);
  check((await management.GetRegionOptStatus({ RegionName: "ap-east-1" })).RegionOptStatus === "ENABLED", "opt status");
  await refused(() => management.GetRegionOptStatus({ RegionName: "no-where-1" }), account, "ValidationException", 400);
  await refused(() => management.ListRegions({ AccountId: "555555555555" }), account, "AccessDeniedException", 403);
}

async function testWellArchitected(session) {
  const wa = client(wellarchitected, "WellArchitected", session);
  const listed = await pages(wa.ListWorkloads, "WorkloadSummaries", { MaxResults: 50 });
  check(listed.items.length === 120 && listed.empty > 0, `${listed.items.length} workloads`);
  check(listed.items[0].UpdatedAt instanceof Date, listed.items[0]);
  const workload = { WorkloadName: "Zahlungen & <ü> 100 % js", Description: "made by JavaScript – “quoted”", Environment: "PRODUCTION", AwsRegions: ["eu-west-1"], Lenses: ["wellarchitected"], ReviewOwner: "me@example.com", Tags: { "a b": "c/d+e" } };
  const { WorkloadId, WorkloadArn } = await wa.CreateWorkload(workload);
  check((await wa.GetWorkload({ WorkloadId })).Workload.Description === workload.Description, "description");
  await wa.TagResource({ WorkloadArn, Tags: { team: "payments" } });
  check((await wa.ListTagsForResource({ WorkloadArn })).Tags.team === "payments", "tags");
  await refused(() => wa.ListTagsForResource({ WorkloadArn }), wellarchitected, "ThrottlingException", 429);
  await testShares(wa, WorkloadId);
  await wa.UpdateGlobalSettings({ OrganizationSharingStatus: "DISABLED" });
  check((await wa.GetGlobalSettings()).OrganizationSharingStatus === "DISABLED", "settings");
  await wa.DeleteWorkload({ WorkloadId });
  await refused(() => wa.GetWorkload({ WorkloadId }), wellarchitected, "ResourceNotFoundException", 404);
  const invalid = await refused(() => wa.ListWorkloads({ MaxResults: 51 }), wellarchitected, "ValidationException", 400);
  check(invalid.Reason === "FIELD_VALIDATION_FAILED" && invalid.Fields[0].Name === "MaxResults", invalid);
  await refused(() => client(wellarchitected, "WellArchitected", session, "me-south-1").ListWorkloads(), wellarchitected, "UnrecognizedClientException", 403);
  const rule = { service: "wellarchitected", operation: "ListWorkloads", kind: "error", code: "InternalServerException", count: 1 };
  await fetch(`${admin}/admin/faults`, { method: "POST", body: JSON.stringify(rule) });
  await refused(() => wa.ListWorkloads(), wellarchitected, "InternalServerException", 500);
}

async function testShares(wa, WorkloadId) {
  const share = { WorkloadId, SharedWith: "333333333333", PermissionType: "READONLY" };
  const { ShareId } = await wa.CreateWorkloadShare(share);
  await refused(() => wa.CreateWorkloadShare(share), wellarchitected, "ConflictException", 409);
  const reviewer = client(wellarchitected, "WellArchitected", REVIEWER);
  const invitations = await pages(reviewer.ListShareInvitations, "ShareInvitationSummaries");
  const { ShareInvitationId } = invitations.items.find(it => it.WorkloadId === WorkloadId);
  const updated = await wa.UpdateWorkloadShare({ WorkloadId, ShareId, PermissionType: "CONTRIBUTOR" });
  check(updated.WorkloadShare.PermissionType === "CONTRIBUTOR", updated);
  await reviewer.UpdateShareInvitation({ ShareInvitationId, ShareInvitationAction: "ACCEPT" });
  const shares = await pages(wa.ListWorkloadShares, "WorkloadShareSummaries", { WorkloadId, Status: "ACCEPTED", SharedWithPrefix: "3333" });
  check(shares.items.length === 1 && shares.items[0].ShareId === ShareId, shares);
  await refused(() => reviewer.ListWorkloadShares({ WorkloadId }), wellarchitected, "AccessDeniedException", 403);
  await wa.DeleteWorkloadShare({ WorkloadId, ShareId });
}

await fetch(`${admin}/admin/calls`, { method: "DELETE" });
await fetch(`${admin}/admin/clock`, { method: "POST", body: '{"advance": "PT5M"}' }); // fills the token buckets
await testOrganizations();
const session = await testSts();
await testOthers(session);
await testWellArchitected(session);
const called = Object.keys(await (await fetch(`${admin}/admin/calls`)).json());
check(called.length === 28, `only ${called.length} operations were called: ${called}`);
console.log(`${checks} checks of ${called.length} operations`);
