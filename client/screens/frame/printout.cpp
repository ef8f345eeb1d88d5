#include "client/screens/frame/printout.h"

#include "shared/base/text.h"

namespace screens {

using words::later;
using words::tr;

void Printout::print(std::string html, std::string name) {
    const bool is_shown = printing_.print_page(html, name).ok();
    save(std::move(html), std::move(name));
    if (is_shown) {
        now_ = Now::Shown;
        return;
    }
    why_ = {later("This laptop cannot print by itself. Keep the page as a file and print it "
                  "elsewhere."),
            {}};
}

void Printout::save(std::string html, std::string name) {
    html_ = std::move(html);
    name_ = std::move(name);
    kinds_.clear();
    keep_clicked();
}

void Printout::save_as(std::vector<Kind> kinds) {
    kinds_ = std::move(kinds);
    kind_ = kinds_.empty() ? std::string() : kinds_.front().key;
    keep_clicked();
}

void Printout::keep_clicked() {
    if (folder_.empty()) folder_ = printing_.usual_folder();
    why_ = {};
    trouble_ = {};
    now_ = Now::AsksFolder;
}

base::Result<std::string> Printout::kept() {
    const std::string folder = base::trimmed(folder_);
    if (kinds_.empty()) return printing_.save_page(html_, name_, folder);
    for (const Kind& each : kinds_) {
        if (each.key != kind_) continue;
        TRY_LET(files, each.files());
        return printing_.save_files(files, folder);
    }
    return base::Error{base::ErrorCode::Usage, "no such kind of file"};
}

void Printout::save_confirmed() {
    const auto file = kept();
    if (!file.ok()) {
        trouble_ = {later("Not kept: this folder is not there, or cannot be written to."), {}};
        return;
    }
    note_ = tr("Kept as {0}", {file.value()});
    close();
}

void Printout::close() {
    now_ = Now::Nothing;
    html_.clear();
    kinds_.clear();
}

}  // namespace screens
