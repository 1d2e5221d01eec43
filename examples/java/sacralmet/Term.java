package sacralmet;

/**
 * One word of a vocabulary, or one value of a field.
 *
 * @param number its number, which never changes
 * @param key the word in JSON and CSV
 * @param label for people
 */
public record Term(int number, String key, String label) {
}
