// kawan-sheets FOLDER: writes every printed page with invented people, so that anyone can look.
#include "client/paper/blank_sheet.h"
#include "shared/base/file.h"
#include "tests/client/paper/samples/samples.h"

#include <iostream>
#include <string>

namespace {

bool write(const std::string& folder, const std::string& name, const std::string& page) {
    const base::Status written = base::replace_file(folder + "/" + name + ".html", page);
    if (!written.ok()) std::cerr << "kawan-sheets: " << written.error().message << "\n";
    return written.ok();
}

bool write_all(const std::string& folder, const std::string& language) {
    const paper::Letterhead head = paper_samples::head();
    const forms::FormSet& forms = forms::FormSet::builtin();
    const std::string end = "-" + language;
    bool all = write(folder, "route" + end, paper::route_page(paper_samples::route(), head));
    all &= write(folder, "letter-mother" + end,
                 paper::referral_letter(paper_samples::mother_referral(), head));
    all &= write(folder, "letter-infant" + end,
                 paper::referral_letter(paper_samples::infant_referral(), head));
    all &= write(folder, "leaflet" + end, paper::leaflet(paper_samples::leaflet(), head).value());
    paper::Leaflet plain = paper_samples::leaflet();
    plain.baby = plain.midwife = plain.midwife_phone = "";
    all &= write(folder, "leaflet-plain" + end, paper::leaflet(plain, head).value());
    all &= write(folder, "midwife" + end, paper::midwife_card(paper_samples::card(), head));
    all &= write(folder, "visit-sheets" + end,
                 paper::blank_sheet(paper::visit_forms(forms), forms, words::language(), head));
    return all;
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) {
        std::cerr << "kawan-sheets FOLDER\n";
        return 2;
    }
    const std::string folder = arguments[1];
    if (!base::make_directory(folder).ok()) return 1;
    bool all = true;
    for (const words::Language each : {words::Language::Indonesian, words::Language::English}) {
        words::use(each);
        all &= write_all(folder, std::string(words::code()));
    }
    return all ? 0 : 1;
}
