package org.postyard.fleet;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that somebody who mistyped probably meant. */
final class NearestWord {
    private NearestWord() {}

    /** The closest of the known words, if it is close enough to be meant; never the word itself. */
    static Optional<String> to(String typed, Collection<String> known) {
        int closest = Math.min(2, Math.max(1, typed.length() / 3)) + 1;
        Optional<String> nearest = Optional.empty();
        for (String word : known) {
            int distance = distance(plain(typed), plain(word));
            if (distance >= closest || word.equals(typed)) continue;
            closest = distance;
            nearest = Optional.of(word);
        }
        return nearest;
    }

    /** {@code ; did you mean 'x'?}, or nothing if no known word is close. */
    static String hint(String typed, Collection<String> known) {
        return to(typed, known).map(word -> "; did you mean '" + word + "'?").orElse("");
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[_ -]", "");
    }

    /** Insertions, deletions, replacements and swaps of neighbours that lead from one to the other. */
    private static int distance(String one, String other) {
        int[][] steps = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) steps[i][j] = step(steps, one, other, i, j);
        }
        return steps[one.length()][other.length()];
    }

    private static int step(int[][] steps, String one, String other, int i, int j) {
        if (i == 0 || j == 0) return i + j;
        int replaced = steps[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        int fewest = Math.min(replaced, 1 + Math.min(steps[i - 1][j], steps[i][j - 1]));
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(fewest, steps[i - 2][j - 2] + 1) : fewest;
    }
}
