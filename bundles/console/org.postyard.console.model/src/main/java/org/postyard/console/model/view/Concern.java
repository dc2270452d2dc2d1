package org.postyard.console.model.view;

/**
 * Something that somebody should look at.
 *
 * @param subject what it is about, in a few words
 * @param reason one sentence: what is wrong and by what evidence
 * @param weight orders those of one severity, the largest first
 */
public record Concern(Severity severity, String subject, String reason, Target target, double weight) {}
