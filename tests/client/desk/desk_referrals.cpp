#include "tests/client/desk/desk_referrals.h"

namespace desk {

using base::Error;
using base::ErrorCode;

base::Status DeskPrinting::print_page(const std::string& html, const std::string& name) {
    if (!has_browser) return Error{ErrorCode::NotFound, "no program for pages"};
    printed.push_back({html, name, {}});
    return base::Done{};
}

base::Result<std::string> DeskPrinting::save_page(const std::string& html, const std::string& name,
                                                  const std::string& folder) {
    if (!has_folder) return Error{ErrorCode::NotFound, "there is no such folder"};
    printed.push_back({html, name, folder});
    return folder + "/" + name + ".html";
}

base::Result<std::string> DeskPrinting::save_files(const std::vector<screens::KeptFile>& files,
                                                   const std::string& folder) {
    if (!has_folder || files.empty()) return Error{ErrorCode::NotFound, "there is no such folder"};
    kept.insert(kept.end(), files.begin(), files.end());
    return folder + "/" + files.front().name + files.front().ending;
}

bool DeskReferrals::is_seen(const std::string& referral, const std::string& outcome) {
    return seen.contains(referral + " " + outcome);
}

base::Status DeskReferrals::mark_seen(const std::string& referral, const std::string& outcome) {
    seen.insert(referral + " " + outcome);
    ++changes;
    return base::Done{};
}

base::Status DeskReferrals::keep_midwife(const screens::Midwife& midwife) {
    if (disk_refuses) return Error{ErrorCode::DiskFull, "the disk refused"};
    known_midwife = midwife;
    ++changes;
    return base::Done{};
}

}  // namespace desk
