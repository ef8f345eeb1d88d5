#include "client/screens/frame/printout.h"

#include "shared/base/text.h"

namespace screens {

using words::later;
using words::tr;

void Printout::print(std::string html, std::string name) {
    if (printing_.print_page(html, name).ok()) {
        note_ = tr("The page opens in the browser. Print it there.");
        return;
    }
    save(std::move(html), std::move(name));
    why_ = {later("This laptop cannot print by itself. Keep the page as a file and print it "
                  "elsewhere."),
            {}};
}

void Printout::save(std::string html, std::string name) {
    html_ = std::move(html);
    name_ = std::move(name);
    if (folder_.empty()) folder_ = printing_.usual_folder();
    why_ = {};
    trouble_ = {};
    asks_ = true;
}

void Printout::save_confirmed() {
    const auto file = printing_.save_page(html_, name_, base::trimmed(folder_));
    if (!file.ok()) {
        trouble_ = {later("Not kept: this folder is not there, or cannot be written to."), {}};
        return;
    }
    note_ = tr("Kept as {0}", {file.value()});
    asks_ = false;
    html_.clear();
}

}  // namespace screens
