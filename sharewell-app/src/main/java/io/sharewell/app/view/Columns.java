package io.sharewell.app.view;

import java.util.ArrayList;
import java.util.List;

/** Rows whose cells stand under each other, the first row being their names. */
final class Columns {

    private final List<List<String>> rows = new ArrayList<>();

    Columns(String... names) {
        rows.add(List.of(names));
    }

    void add(String... cells) {
        rows.add(List.of(cells));
    }

    /** With two columns between them; numbers to the right. */
    List<String> lines() {
        int[] widths = new int[rows.getFirst().size()];
        boolean[] numbers = new boolean[widths.length];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            widths[i] = rows.stream()
                    .mapToInt(row -> Text.columns(row.get(column)))
                    .max()
                    .orElse(0);
            numbers[i] = rows.stream().skip(1).allMatch(row -> row.get(column).matches("[\\d,]*"));
        }
        return rows.stream().map(row -> line(row, widths, numbers)).toList();
    }

    private static String line(List<String> row, int[] widths, boolean[] numbers) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String blanks = " ".repeat(widths[i] - Text.columns(row.get(i)));
            line.append(numbers[i] ? blanks + row.get(i) : row.get(i) + blanks).append("  ");
        }
        return line.toString().stripTrailing();
    }
}
