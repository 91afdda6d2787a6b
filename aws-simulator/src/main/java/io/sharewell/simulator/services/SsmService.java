package io.sharewell.simulator.services;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sharewell.simulator.cloud.Regions;
import io.sharewell.simulator.protocol.AwsException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** SSM's public parameters about which service is where. */
final class SsmService {

    private static final String INFRASTRUCTURE = "/aws/service/global-infrastructure";
    private static final Instant MODIFIED = Instant.parse("2026-08-04T00:00:00Z");
    private static final int PAGE = 10;

    private final Authorizer authorizer;
    private final Pager pager;
    private final TreeMap<String, String> parameters = new TreeMap<>();

    SsmService(Authorizer authorizer, Pager pager) {
        this.authorizer = authorizer;
        this.pager = pager;
        for (var region : Regions.WELL_ARCHITECTED) {
            parameters.put(INFRASTRUCTURE + "/services/wellarchitectedtool/regions/" + region, region);
        }
        for (var region : Regions.commercial()) {
            parameters.put(INFRASTRUCTURE + "/regions/" + region, region);
        }
        for (var region : Regions.OTHER_PARTITIONS) {
            parameters.put(INFRASTRUCTURE + "/regions/" + region, region);
        }
    }

    void register(Handlers handlers) {
        handlers.add("ssm.GetParametersByPath", this::getParametersByPath);
    }

    private ObjectNode getParametersByPath(Call call) {
        var path = call.text("Path");
        if (!path.startsWith("/")) {
            throw AwsException.undeclared(
                    "ValidationException",
                    400,
                    "The parameter doesn't meet the parameter name requirements. The parameter name must begin with a"
                            + " forward slash \"/\".");
        }
        var prefix = path.endsWith("/") ? path : path + "/";
        authorizer.check(call, arn(call.region(), prefix.substring(0, prefix.length() - 1)));
        boolean recursive = call.input().path("Recursive").asBoolean();
        boolean wanted = ParameterFilter.allPass(call);
        var found = parameters.tailMap(prefix).entrySet().stream()
                .takeWhile(it -> it.getKey().startsWith(prefix))
                .filter(it -> wanted)
                .filter(it -> recursive || it.getKey().indexOf('/', prefix.length()) < 0)
                .toList();
        var scope = prefix + "|" + recursive + "|" + call.input().path("ParameterFilters");
        return page(call, scope, found);
    }

    private ObjectNode page(Call call, String scope, List<Map.Entry<String, String>> found) {
        var paging = new Pager.Paging(
                "Parameters",
                PAGE,
                scope,
                () -> AwsException.modelled("InvalidNextToken", "The specified token isn't valid."));
        return pager.page(call, paging, Pager.over(found), (parameter, into) -> into.put("Name", parameter.getKey())
                .put("Type", "String")
                .put("Value", parameter.getValue())
                .put("Version", 1)
                .put("LastModifiedDate", Timestamps.of(MODIFIED))
                .put("ARN", arn(call.region(), parameter.getKey()))
                .put("DataType", "text"));
    }

    private static String arn(String region, String name) {
        return "arn:aws:ssm:" + region + "::parameter" + name;
    }
}
