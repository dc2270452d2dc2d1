package org.postyard.control.account;

import java.util.Map;
import java.util.Set;

/** Where accounts are kept, with the names of their roles; passwords go in and never out. */
interface AccountStore {
    /** Account to all its roles, also those that it has by a group. */
    Map<String, Set<String>> accounts();

    /** Makes an account, or sets the password of one that is there. */
    void setPassword(String name, String password);

    /** Gives an account exactly these roles, and takes it out of all groups. */
    void setRoles(String name, Set<String> roles);

    void remove(String name);
}
