package org.postyard.store;

import java.util.List;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistry;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;

/** A session factory with the registries that must be closed with it. */
record SessionFactoryOwner(SessionFactory factory, StandardServiceRegistry services, BootstrapServiceRegistry bootstrap)
        implements AutoCloseable {
    static final int BATCH_SIZE = 1_000;

    private static final List<Class<?>> ENTITIES = List.of(
            ApiKeyRow.class,
            DirectiveRow.class,
            EraRow.class,
            FleetVersionRow.class,
            IdempotencyRow.class,
            JournalRow.class,
            NodeRow.class,
            SightingRow.class,
            SuppressionRow.class);

    static SessionFactoryOwner build(DataSource dataSource) {
        BootstrapServiceRegistry bootstrap = new BootstrapServiceRegistryBuilder()
                .applyClassLoader(SessionFactoryOwner.class.getClassLoader())
                .build();
        StandardServiceRegistry services = new StandardServiceRegistryBuilder(bootstrap)
                .applySetting("hibernate.connection.datasource", dataSource)
                .applySetting("hibernate.connection.provider_disables_autocommit", true)
                .applySetting("hibernate.jdbc.batch_size", BATCH_SIZE)
                .applySetting("hibernate.xml_mapping_enabled", false)
                .applySetting("hibernate.cache.use_second_level_cache", false)
                .applySetting("hibernate.hbm2ddl.auto", "none")
                .applySetting("hibernate.jdbc.log.errors", false)
                .applySetting("jakarta.persistence.validation.mode", "none")
                .build();
        MetadataSources sources = new MetadataSources(services);
        ENTITIES.forEach(sources::addAnnotatedClass);
        try {
            return new SessionFactoryOwner(sources.buildMetadata().buildSessionFactory(), services, bootstrap);
        } catch (RuntimeException e) {
            StandardServiceRegistryBuilder.destroy(services);
            BootstrapServiceRegistryBuilder.destroy(bootstrap);
            throw e;
        }
    }

    @Override
    public void close() {
        factory.close();
        StandardServiceRegistryBuilder.destroy(services);
        BootstrapServiceRegistryBuilder.destroy(bootstrap);
    }
}
