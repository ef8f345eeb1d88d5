// Printing and referrals in memory: what a test puts in, and what the screens asked for.
#pragma once

#include "client/screens/ports/printing.h"
#include "client/screens/ports/referrals.h"

#include <set>
#include <string>
#include <vector>

namespace desk {

class DeskPrinting final : public screens::Printing {
public:
    base::Status print_page(const std::string& html, const std::string& name) override;
    std::string usual_folder() override { return "/media/Dokumen"; }
    base::Result<std::string> save_page(const std::string& html, const std::string& name,
                                        const std::string& folder) override;
    base::Result<std::string> save_files(const std::vector<screens::KeptFile>& files,
                                         const std::string& folder) override;

    struct Printed {
        std::string html, name, folder;  // no folder: to the browser
    };
    std::vector<Printed> printed;
    std::vector<screens::KeptFile> kept;
    bool has_browser = true, has_folder = true;
};

class DeskReferrals final : public screens::Referrals {
public:
    const std::vector<screens::ReferralRow>& all() override { return rows; }
    const std::vector<screens::MotherRow>& mothers() override { return mother_rows; }
    std::int64_t referrals_version() override { return changes; }
    bool is_seen(const std::string& referral, const std::string& outcome) override;
    base::Status mark_seen(const std::string& referral, const std::string& outcome) override;
    screens::Midwife midwife() override { return known_midwife; }
    base::Status keep_midwife(const screens::Midwife& midwife) override;

    std::vector<screens::ReferralRow> rows;  // newest first
    std::vector<screens::MotherRow> mother_rows;
    screens::Midwife known_midwife;
    std::set<std::string> seen;  // "id outcome"
    std::int64_t changes = 0;
    bool disk_refuses = false;
};

}  // namespace desk
