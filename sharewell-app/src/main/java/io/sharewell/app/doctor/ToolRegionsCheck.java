package io.sharewell.app.doctor;

import io.sharewell.aws.AwsRegions;
import io.sharewell.aws.CallSite;
import io.sharewell.broker.aws.SsmRegionDirectory;
import io.sharewell.events.Region;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ssm.SsmClient;

/** Which Regions have the Well-Architected Tool, by AWS's public parameters, and whether those asked for do. */
final class ToolRegionsCheck {

    private final SsmClient ssm;
    private final DoctorSettings settings;

    ToolRegionsCheck(SsmClient ssm, DoctorSettings settings) {
        this.ssm = ssm;
        this.settings = settings;
    }

    Checked<List<Region>> check() {
        return switch (Answer.to(CallSite.of("ssm", "GetParametersByPath"), this::fromAws)) {
            case Answer.Given<List<Region>>(List<Region> regions)
            when !regions.isEmpty() ->
                known(regions, new Finding.Ok(regions.size() + " Regions, by AWS's public list"));
            case Answer.Given<List<Region>> _ -> known(packaged(), notAllowed("The list is empty."));
            case Answer.Refused<List<Region>> refused ->
                known(packaged(), notAllowed(refused.problem().detail()));
            case Answer.Silent<List<Region>> silent ->
                known(packaged(), Answer.noAnswer(silent.trouble().message()));
        };
    }

    private List<Region> fromAws() {
        return SsmRegionDirectory.read(ssm).stream()
                .filter(region -> AwsRegions.partitionOf(region).equals(settings.partition()))
                .sorted()
                .toList();
    }

    private List<Region> packaged() {
        return AwsRegions.wellArchitected(settings.partition());
    }

    private Checked<List<Region>> known(List<Region> tool, Finding finding) {
        if (settings.regions().isEmpty()) {
            return Checked.with(tool, finding);
        }
        List<Region> without = settings.regions().stream()
                .filter(region -> !tool.contains(region))
                .toList();
        List<Region> with =
                settings.regions().stream().filter(tool::contains).distinct().toList();
        return without.isEmpty()
                ? Checked.with(with, finding)
                : Checked.with(
                        with,
                        Finding.of(
                                Cause.REGION_WITHOUT_TOOL,
                                "Asked for: " + names(without) + ".",
                                "AWS does not have the Well-Architected Tool in " + names(without)
                                        + ": leave it out of --regions. It is in " + names(tool) + "."));
    }

    private Finding notAllowed(String seen) {
        return Finding.of(
                Cause.REGION_LIST_NOT_ALLOWED,
                seen,
                "AWS's public list of Regions cannot be read, so the one packaged with Sharewell is used: a Region that AWS"
                        + " added since is missed. Allow ssm:GetParametersByPath as in"
                        + " deploy/iam/credential-broker-policy.json, or name the Regions.");
    }

    private static String names(List<Region> regions) {
        return regions.stream().map(Region::value).collect(Collectors.joining(", "));
    }
}
