package io.sharewell.simulator.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sharewell.simulator.GeneratedOrganization;
import io.sharewell.simulator.Orgs;
import io.sharewell.simulator.Sim;
import io.sharewell.simulator.organization.AccountFile;
import io.sharewell.simulator.organization.OrganizationFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.wellarchitected.model.PermissionType;

/** The page in a real browser. */
class PageTest {

    private static final Path PICTURES = Path.of("target", "page");
    private static final String HOSTILE = "<img src=x onerror=document.title='broken'>\"'&";

    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(
                Browser.installed().isPresent(),
                "No Chromium is installed, so the page was not tested: apt-get install chromium");
        browser = Browser.start();
    }

    @AfterAll
    static void stop() throws IOException {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void desktop() {
        browser.size(1500, 1100);
        browser.prefer("prefers-color-scheme", "light");
    }

    @AfterEach
    void hasNothingToComplainOf() {
        browser.open(URI.create("about:blank"));
        assertThat(browser.complaints())
                .as("besides that the simulator of the test is gone")
                .allSatisfy(it -> assertThat(it).contains("ERR_CONNECTION_REFUSED"));
        browser.complaints().clear();
    }

    /** Opens the page as somebody does who has not been there. */
    private static void open(Sim sim, String path) {
        browser.open(sim.adminEndpoint().resolve(path));
        browser.await("document.getElementById('connection').innerText === 'live'");
    }

    private static void open(Sim sim) {
        open(sim, "/");
    }

    @Test
    void showsTheTreeWithWorkloadsSharesAndCallsLive() throws IOException {
        try (var sim = Sim.start(GeneratedOrganization.demo(60, 1))) {
            open(sim);
            // 60 members, and one outside
            browser.await("document.querySelectorAll('#tree tr.account').length === 61");
            assertThat(text("accounts")).isEqualTo("60");
            assertThat(text("calls")).isEqualTo("0");

            work(sim);

            browser.await("document.getElementById('calls').innerText !== '0'");
            browser.await("[...document.querySelectorAll('#operations tr')]"
                    + ".some(it => it.innerText.startsWith('AssumeRole'))");
            browser.await("!document.getElementById('per-second').innerText.includes('at most 0')");
            browser.screenshot(PICTURES.resolve("light.png"));
            browser.prefer("prefers-color-scheme", "dark");
            browser.screenshot(PICTURES.resolve("dark.png"));
            browser.size(390, 1600);
            browser.screenshot(PICTURES.resolve("narrow.png"));
            assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
                    .as("the page does not scroll sideways on a telephone")
                    .isEqualTo(390);
        }
    }

    private static void work(Sim sim) {
        var accounts = sim.organizations().listAccountsPaginator(_ -> {}).stream()
                .flatMap(it -> it.accounts().stream())
                .toList();
        for (var account : accounts) {
            try {
                var client = sim.wellArchitectedOf(account.id());
                client.listWorkloads(_ -> {}).workloadSummaries().stream()
                        .filter(it -> it.owner().equals(account.id()))
                        .forEach(workload -> client.createWorkloadShare(it -> it.workloadId(workload.workloadId())
                                .sharedWith(Sim.REVIEWS)
                                .permissionType(PermissionType.READONLY)));
            } catch (AwsServiceException _) {
                // some accounts refuse, which is to be seen on the page too
            }
        }
    }

    @Test
    void staysUsableAtTenThousandAccounts() throws IOException {
        try (var sim = Sim.start(GeneratedOrganization.of(10_000, 3, 1))) {
            open(sim, "/admin/");
            browser.await("document.getElementById('accounts').innerText === '10,000'");
            assertThat(text("workloads")).isEqualTo("30,000");
            assertThat(count("#tree tr")).as("rows at first").isLessThan(150);
            browser.screenshot(PICTURES.resolve("large.png"));

            browser.evaluate("const find = document.getElementById('find'); find.value = '"
                    + sim.organizations()
                            .listAccounts(_ -> {})
                            .accounts()
                            .get(7)
                            .id()
                    + "'; find.dispatchEvent(new Event('input'))");

            browser.await("document.querySelectorAll('#tree tr.account').length === 1");
        }
    }

    @Test
    void showsMoreOfALargeUnitWhenAsked() {
        var accounts = IntStream.range(0, 250)
                .mapToObj(
                        it -> AccountFile.of("%012d".formatted(600_000_000_000L + it), "shop " + it, "Workloads/Prod"))
                .toArray(AccountFile[]::new);
        try (var sim = Sim.start(Orgs.with(accounts))) {
            open(sim);
            click("[...document.querySelectorAll('#tree .label')].find(it => it.innerText === 'Workloads')");
            browser.await("[...document.querySelectorAll('#tree .label')].some(it => it.innerText === 'Prod')");
            click("[...document.querySelectorAll('#tree .label')].find(it => it.innerText === 'Prod')");
            browser.await("document.querySelector('#tree .more').innerText === 'Show 100 of 150 more accounts'");

            click("document.querySelector('#tree .more')");

            browser.await("document.querySelector('#tree .more').innerText === 'Show 50 of 50 more accounts'");
        }
    }

    @Test
    void takesNamesForTextWhateverIsInThem() throws IOException {
        var hostile = AccountFile.of(Orgs.MEMBER, HOSTILE, "Workloads/Prod")
                .withRoles(Orgs.everything())
                .withWorkloads(Orgs.in("eu-west-1", 1));
        try (var sim = Sim.start(Orgs.with(hostile))) {
            var client = sim.wellArchitectedOf(Orgs.MEMBER);
            client.createWorkload(it -> it.workloadName(HOSTILE)
                    .description("hostile")
                    .environment("PRODUCTION")
                    .awsRegions("eu-west-1")
                    .lenses("wellarchitected")
                    .reviewOwner("me@example.com"));
            var workloads = client.listWorkloads(_ -> {}).workloadSummaries();
            workloads.forEach(workload -> client.createWorkloadShare(it -> it.workloadId(workload.workloadId())
                    .sharedWith(Sim.REVIEWS)
                    .permissionType(PermissionType.READONLY)));
            open(sim);
            browser.await("[...document.querySelectorAll('#tree .label')].some(it => it.innerText === '"
                    + HOSTILE.replace("'", "\\'") + "')");
            click("document.querySelector('#tree tr[data-key=\"" + Orgs.MEMBER + "\"]')");
            browser.await("document.querySelectorAll('#tree .details li').length > 5");

            browser.screenshot(PICTURES.resolve("details.png"));
            assertThat(text("invitations")).contains(HOSTILE);
            assertThat(count("body img")).isZero();
            assertThat(browser.evaluate("document.title").asText()).isEqualTo("AWS simulator");
        }
    }

    @Test
    void advancesTheClockAndAnswersInvitations() {
        try (var sim = Sim.start(Orgs.with(Orgs.owner().withWorkloads(Orgs.in("eu-west-1", 3))))) {
            var client = sim.wellArchitectedOf(Orgs.MEMBER);
            client.listWorkloads(_ -> {})
                    .workloadSummaries()
                    .forEach(workload -> client.createWorkloadShare(it -> it.workloadId(workload.workloadId())
                            .sharedWith(Sim.REVIEWS)
                            .permissionType(PermissionType.READONLY)));
            open(sim);
            browser.await("document.getElementById('pending').innerText === '3'");

            click("document.querySelector('#invitations [aria-label^=Accept]')");
            browser.await("document.getElementById('pending').innerText === '2'");
            click("document.querySelector('#invitations [aria-label^=Reject]')");
            browser.await("document.getElementById('pending').innerText === '1'");
            assertThat(text("said")).endsWith(": rejected");
            click("document.querySelector('[data-advance=P8D]')");
            browser.await("document.getElementById('pending').innerText === '0'");

            assertThat(sim.admin("/admin/shares").findValuesAsText("status"))
                    .containsExactlyInAnyOrder("ACCEPTED", "REJECTED", "EXPIRED");
            browser.await("document.getElementById('advanced').innerText === '8 days ahead of the wall clock'");
            assertThat(text("legend")).contains("1 accepted", "1 rejected", "1 expired");
        }
    }

    @Test
    void canBeWalkedThroughWithTheKeyboardAlone() {
        try (var sim = Sim.start(Orgs.with(Orgs.owner()))) {
            open(sim);
            browser.await("document.querySelectorAll('#tree tr.account').length === 4");
            browser.evaluate("document.querySelector('#tree tr[tabindex=\"0\"]').focus()");
            assertThat(focused()).startsWith("Root");

            browser.press("ArrowLeft");
            browser.await("document.querySelectorAll('#tree tr.account').length === 0");
            browser.press("ArrowRight");
            browser.await("document.querySelectorAll('#tree tr.account').length === 4");
            browser.press("ArrowDown");
            assertThat(focused()).startsWith("Infrastructure");
            browser.press("ArrowRight");
            assertThat(focused()).startsWith("automation");
            browser.press("Enter");
            browser.await("document.querySelectorAll('#tree div.details').length === 1");
            browser.press("ArrowLeft");
            browser.await("document.querySelectorAll('#tree div.details').length === 0");
            browser.press("ArrowLeft");
            assertThat(focused()).startsWith("Infrastructure");
            assertThat(browser.evaluate("document.activeElement.ariaExpanded").asText())
                    .isEqualTo("true");
            assertThat(browser.evaluate("document.activeElement.ariaLevel").asText())
                    .isEqualTo("2");
        }
    }

    @Test
    void saysWhenTheSimulatorIsGone() {
        var sim = Sim.start(Orgs.with());
        try (sim) {
            open(sim);
        }

        browser.await("document.getElementById('connection').innerText === 'no connection'");
    }

    @Test
    void showsWhatIsOutsideOfTheOrganizationToo() {
        try (var sim = Sim.start(OrganizationFile.parse("accounts: [{id: \"444444444444\", name: alone}]"))) {
            open(sim);

            browser.await("[...document.querySelectorAll('#tree .label')]"
                    + ".some(it => it.innerText === 'architecture-reviews')");
        }
    }

    private static String focused() {
        return browser.evaluate("document.activeElement.innerText").asText();
    }

    private static String text(String id) {
        return browser.evaluate("document.getElementById('" + id + "').innerText")
                .asText();
    }

    private static int count(String selector) {
        return browser.evaluate("document.querySelectorAll('" + selector + "').length")
                .asInt();
    }

    private static void click(String element) {
        browser.evaluate(element + ".click()");
    }
}
