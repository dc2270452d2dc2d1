package org.postyard.console.ui.configuration;

import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Supplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.postyard.console.widgets.form.FormRow;
import org.postyard.console.widgets.form.FormRows;
import org.postyard.protocol.SettingOptionView;
import org.postyard.protocol.SettingView;

/** The field of one setting in a form: a box, a choice, a line, several lines, or a secret that is only written. */
final class SettingField {

    private final SettingView setting;
    private final FormRow<? extends Control> row;
    private final Supplier<List<String>> typed;

    /** @param changed told whenever somebody changes the field */
    SettingField(FormRows form, SettingView setting, Runnable changed) {
        this.setting = setting;
        String hint = hint(setting);
        if (setting.type().equals("boolean")) {
            FormRow<Button> box = form.row(setting.name(), hint, parent -> new Button(parent, SWT.CHECK));
            box.field().setSelection(first().equals("true"));
            box.field().addListener(SWT.Selection, event -> changed.run());
            row = box;
            typed = () -> List.of(Boolean.toString(box.field().getSelection()));
        } else if (!setting.options().isEmpty()) {
            FormRow<Combo> choice = form.row(setting.name(), hint, parent -> new Combo(parent, SWT.READ_ONLY));
            setting.options().forEach(option -> choice.field().add(option.label()));
            choice.field().select(indexOf(first()));
            choice.field().addListener(SWT.Selection, event -> changed.run());
            row = choice;
            typed = () -> choice.field().getSelectionIndex() < 0
                    ? List.of()
                    : List.of(setting.options()
                            .get(choice.field().getSelectionIndex())
                            .value());
        } else {
            FormRow<Text> text = text(form, hint);
            text.field().addListener(SWT.Modify, event -> changed.run());
            row = text;
            typed = () -> lines(text.field().getText());
        }
    }

    private FormRow<Text> text(FormRows form, String hint) {
        if (setting.secret()) {
            FormRow<Text> secret = form.password(setting.name(), hint);
            secret.field().setMessage(setting.set() ? "is set; type to replace it" : "is not set");
            return secret;
        }
        if (setting.cardinality() == 0) {
            return form.text(setting.name(), hint, first());
        }
        return form.lines(setting.name(), hint + " One a line.", setting.values());
    }

    private String first() {
        return setting.values().isEmpty() ? "" : setting.values().get(0);
    }

    private int indexOf(String value) {
        List<SettingOptionView> options = setting.options();
        for (int index = 0; index < options.size(); index++) {
            if (options.get(index).value().equals(value)) {
                return index;
            }
        }
        return -1;
    }

    private List<String> lines(String text) {
        if (setting.cardinality() == 0) {
            return text.isEmpty() ? List.of() : List.of(text);
        }
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static String hint(SettingView setting) {
        StringJoiner words = new StringJoiner(" · ");
        if (!setting.description().isEmpty()) {
            words.add(setting.description());
        }
        String range = setting.least().map(least -> "from " + least + " ").orElse("")
                + setting.most().map(most -> "to " + most).orElse("");
        if (!range.isBlank()) {
            words.add(range.strip());
        }
        String defaults = String.join(", ", setting.defaults());
        if (!defaults.isEmpty()) {
            words.add("default " + defaults);
        }
        return words.toString();
    }

    SettingView setting() {
        return setting;
    }

    /** What the field has now; for a secret, nothing as long as nobody typed. */
    List<String> typed() {
        return typed.get();
    }

    boolean changed() {
        return setting.secret() ? !typed().isEmpty() : !typed().equals(without(setting.values()));
    }

    /** An empty text is as good as none. */
    private static List<String> without(List<String> values) {
        return values.stream().filter(value -> !value.isEmpty()).toList();
    }

    void problem(Optional<String> reason) {
        row.problem(reason);
    }
}
