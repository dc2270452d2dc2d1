package org.postyard.control.route;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers and truth values out of parameters, and takes nothing else for one: {@code preview=yes} must not turn a
 * preview into the deed. What it throws says what would be right, and becomes a problem that names the parameter.
 */
public final class Parameters implements ParamConverterProvider {
    private static final Map<Class<?>, Function<String, Object>> READERS = Map.of(
            boolean.class, Parameters::truth,
            int.class, Parameters::integer,
            long.class, Parameters::number,
            Long.class, Parameters::number);

    @Override
    @SuppressWarnings("unchecked") // each reader gives values of its class
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        Function<String, Object> reader = READERS.get(type);
        if (reader == null) return null;
        return new ParamConverter<T>() {
            @Override
            public T fromString(String text) {
                return (T) reader.apply(text);
            }

            @Override
            public String toString(T value) {
                return String.valueOf(value);
            }
        };
    }

    private static Object truth(String text) {
        if (text.equals("true") || text.equals("false")) return text.equals("true");
        throw new IllegalArgumentException("is neither true nor false");
    }

    private static Object integer(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("is no whole number of this size", e);
        }
    }

    private static Object number(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("is no whole number of this size", e);
        }
    }
}
