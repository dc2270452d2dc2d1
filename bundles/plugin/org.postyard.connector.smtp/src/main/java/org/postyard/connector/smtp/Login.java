package org.postyard.connector.smtp;

/** A user and the secret itself, for as long as a conversation is being opened. */
record Login(String user, String password) {
    @Override
    public String toString() {
        return "Login[" + user + "]";
    }
}
