package org.postyard.engine.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

class BrokenComponentsTest {
    private static final String TRACE =
            "java.lang.reflect.InvocationTargetException\n\tat java.base/Some.where(Some.java:1)\n"
                    + "Caused by: java.lang.IllegalArgumentException: '300.1.1.1/8' is no network\n\t... 12 more\n";

    @Test
    void aComponentOfOursThatFailsIsNamedWithItsInnermostCause() {
        ServiceComponentRuntime runtime = runtime(Map.of(
                component("org.postyard.smtp.Listener"), now(ComponentConfigurationDTO.FAILED_ACTIVATION, TRACE),
                component("org.postyard.engine.Engine"), now(ComponentConfigurationDTO.ACTIVE, ""),
                component("org.postyard.store.Waiting"), now(ComponentConfigurationDTO.UNSATISFIED_REFERENCE, ""),
                component("com.elsewhere.Thing"), now(ComponentConfigurationDTO.FAILED_ACTIVATION, TRACE)));

        assertThat(new BrokenComponents(runtime).sentences())
                .containsExactly("org.postyard.smtp.Listener cannot start: "
                        + "java.lang.IllegalArgumentException: '300.1.1.1/8' is no network");
    }

    private static ComponentDescriptionDTO component(String name) {
        ComponentDescriptionDTO component = new ComponentDescriptionDTO();
        component.name = name;
        return component;
    }

    private static ComponentConfigurationDTO now(int state, String failure) {
        ComponentConfigurationDTO now = new ComponentConfigurationDTO();
        now.state = state;
        now.failure = failure;
        return now;
    }

    private static ServiceComponentRuntime runtime(Map<ComponentDescriptionDTO, ComponentConfigurationDTO> all) {
        return (ServiceComponentRuntime) Proxy.newProxyInstance(
                ServiceComponentRuntime.class.getClassLoader(),
                new Class<?>[] {ServiceComponentRuntime.class},
                (proxy, method, arguments) -> method.getName().equals("getComponentDescriptionDTOs")
                        ? all.keySet()
                        : List.of(all.get(arguments[0])));
    }
}
