package org.postyard.protocol;

/** A value that a setting may have, and its name for people. */
public record SettingOptionView(String value, String label) {}
