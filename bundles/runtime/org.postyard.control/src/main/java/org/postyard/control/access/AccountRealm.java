package org.postyard.control.access;

import java.util.Optional;
import java.util.Set;
import org.postyard.api.access.Role;

/** Accounts with passwords; slow on purpose, because passwords are kept as costly hashes. */
public interface AccountRealm {
    /**
     * The roles of an account; empty if there is no such account or the password is wrong.
     *
     * @throws org.postyard.control.problem.ProblemException 503 if the realm cannot answer
     */
    Optional<Set<Role>> verify(String account, String password);
}
