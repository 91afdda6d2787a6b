package io.sharewell.simulator.organization;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.simulator.GeneratedOrganization;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is written in an organization file, it is an organization or an error that says where and why. */
class OrganizationFileFuzzTest {

    private static final int MUTANTS = 1_500;
    private static final long SEED = Long.getLong("sharewell.seed", new Random().nextLong());

    private static final List<String> ODDITIES = List.of(
            "null",
            "-1",
            "99999999999999999999",
            "\"\"",
            "[]",
            "{}",
            "[[]]",
            "*a",
            "&a [*a]",
            "!!java.lang.Object",
            "|",
            ">",
            "? :",
            "- - -",
            "\t",
            "\u0000",
            "%TAG",
            "---",
            "...",
            "\"\\ud800\"",
            "2026-11-22",
            "0x10",
            "1e999",
            ".nan",
            "<<: {}",
            "'",
            "true",
            "yes",
            "P1Y",
            "-5s",
            "1..",
            "aws-nowhere-1",
            "12345678901",
            "ACTIVE",
            "PENDING");

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readsAMutantOrSaysWhatIsWrongWithIt(boolean json) {
        OrganizationFile original = GeneratedOrganization.demo(24, 3);
        String text = json ? original.toJson() : original.toYaml();
        Random random = new Random(SEED);
        for (int i = 0; i < MUTANTS; i++) {
            String mutant = mutant(text, random);
            try {
                assertThat(OrganizationFile.parse(mutant)).isNotNull();
            } catch (OrganizationFileException e) {
                assertThat(e.getMessage()).isNotBlank();
            } catch (RuntimeException e) {
                throw new AssertionError("seed %d, mutant %d of %s".formatted(SEED, i, json ? "JSON" : "YAML"), e);
            }
        }
    }

    private static String mutant(String text, Random random) {
        StringBuilder mutant = new StringBuilder(text);
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            int from = random.nextInt(mutant.length());
            switch (random.nextInt(4)) {
                case 0 -> mutant.setCharAt(from, (char) random.nextInt(256));
                case 1 -> mutant.delete(from, Math.min(mutant.length(), from + 1 + random.nextInt(40)));
                case 2 -> mutant.insert(from, ODDITIES.get(random.nextInt(ODDITIES.size())));
                default -> replaceValue(mutant, from, ODDITIES.get(random.nextInt(ODDITIES.size())));
            }
        }
        return mutant.toString();
    }

    private static void replaceValue(StringBuilder mutant, int from, String value) {
        int colon = mutant.indexOf(":", from);
        int end = colon < 0 ? -1 : mutant.indexOf("\n", colon);
        if (end > 0) {
            mutant.replace(colon + 1, end, " " + value);
        }
    }
}
