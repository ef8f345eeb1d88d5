// kawan-check-forms FILE.json...: reads form definitions and prints a sentence for each that is
// refused. Give choices.json too where forms use the shared lists. Exit 0, or 1 if any is refused.
#include "shared/base/file.h"
#include "shared/base/json.h"
#include "shared/care/procedure.h"
#include "shared/forms/form.h"

#include <cstdio>
#include <string>
#include <vector>

namespace {

struct File {
    std::string path;
    std::string text;
};

int complain(const std::string& path, const std::string& sentence) {
    std::printf("%s: %s\n", path.c_str(), sentence.c_str());
    return 1;
}

bool is_form(const File& file) {
    const auto definition = base::json::Object::parse(file.text);
    return !definition.ok() || definition.value().find("survey") != nullptr;
}

int take_choices(const std::vector<File>& files, forms::ChoiceLists& shared) {
    int refused = 0;
    for (const File& file : files) {
        if (is_form(file)) continue;
        auto lists = forms::parse_choices(file.text);
        if (lists.ok()) {
            shared.merge(std::move(lists).value());
        } else {
            refused += complain(file.path, lists.error().message);
        }
    }
    return refused;
}

// A document may be a form and yet no procedure that a family can follow.
int check_procedure(const File& file, const forms::Form& form) {
    if (form.id != care::kProcedureForm) return 0;
    const auto procedure = care::read_procedure(form);
    return procedure.ok() ? 0 : complain(file.path, procedure.error().message);
}

int check_forms(const std::vector<File>& files, const forms::ChoiceLists& shared) {
    int refused = 0;
    for (const File& file : files) {
        if (!is_form(file)) continue;
        const auto form = forms::parse_form(file.text, shared);
        if (!form.ok()) {
            refused += complain(file.path, form.error().message);
            continue;
        }
        refused += check_procedure(file, form.value());
        std::printf("%s: %zu rows, %zu rules\n", form.value().id.c_str(),
                    form.value().questions.size(), form.value().rules.size());
    }
    return refused;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::puts("usage: kawan-check-forms FILE.json...");
        return 2;
    }
    std::vector<File> files;
    int refused = 0;
    for (int each = 1; each < argc; ++each) {
        auto text = base::read_file(argv[each]);
        if (text.ok()) {
            files.push_back({argv[each], std::move(text).value()});
        } else {
            refused += complain(argv[each], text.error().message);
        }
    }
    forms::ChoiceLists shared;
    refused += take_choices(files, shared);
    refused += check_forms(files, shared);
    return refused == 0 ? 0 : 1;
}
