package org.postyard.store;

import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The JDBC drivers that registered themselves with the JDK when they were loaded; each would pin its class loader for ever. */
final class DriverRegistrations {
    private static final Logger LOG = LoggerFactory.getLogger(DriverRegistrations.class);

    private DriverRegistrations() {}

    /** Removes the drivers of a class loader. */
    static void removeOf(ClassLoader loader) {
        for (Driver driver : Collections.list(DriverManager.getDrivers())) {
            if (driver.getClass().getClassLoader() == loader) remove(driver);
        }
    }

    private static void remove(Driver driver) {
        try {
            DriverManager.deregisterDriver(driver);
        } catch (SQLException e) {
            LOG.warn(
                    "driver not deregistered, its class loader stays driver={}",
                    driver.getClass().getName(),
                    e);
        }
    }
}
