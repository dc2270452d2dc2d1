package org.postyard.protocol;

/**
 * One thing that is wrong with a document.
 *
 * @param pointer where: a JSON pointer (RFC 6901), the name of a query parameter, or a path in the fleet document
 * @param line 1 for the first line; 0 if unknown
 * @param reason what is wrong and what would be right
 */
public record FieldProblem(String pointer, int line, String reason) {}
