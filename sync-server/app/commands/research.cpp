// The data set for research: a new folder of files, or nothing.
#include "shared/base/file.h"
#include "sync-server/app/centre.h"
#include "sync-server/app/commands/commands.h"
#include "sync-server/app/commands/output.h"
#include "sync-server/reports/research/export.h"
#include "sync-server/reports/research/folder.h"
#include "sync-server/store/keeping/audit.h"

#include <cstdio>
#include <filesystem>

namespace server_app {

using base::Done;
using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

constexpr int kLeast = 2, kMost = 1000;
constexpr std::string_view kPseudonymsEnd = "the key was thrown away";
constexpr std::string_view kPseudonymsStay = "the key was kept in a seed file";

Result<research::Asked> asked_of(const ResearchOptions& options, const Centre& centre) {
    const auto from = base::parse_month(options.from);
    const auto to = base::parse_month(options.to);
    if (!from || !to || *to < *from) {
        return Error{ErrorCode::Usage, "--from and --to are months, YYYY-MM, in this order"};
    }
    if (options.k < kLeast || options.k > kMost) {
        return Error{ErrorCode::Usage, "--k is at least 2: nobody may stand alone"};
    }
    return research::Asked{{*from, *to},
                           static_cast<std::size_t>(options.k),
                           base::date_in(centre.clock.now(), centre.zone)};
}

Result<research::Pseudonyms> pseudonyms_of(const std::string& seed_file) {
    if (seed_file.empty() || !base::file_exists(seed_file)) return research::Pseudonyms::fresh();
    TRY_LET(text, base::read_file(seed_file));
    auto pseudonyms = research::Pseudonyms::from_text(text);
    crypto::wipe(text);
    if (!pseudonyms.ok()) return std::move(pseudonyms).error().during(seed_file);
    return pseudonyms;
}

// A new key is kept before anything has its name: pseudonyms that nobody can make again would be
// worse than an export to be asked for once more.
Status keep_seed(const research::Pseudonyms& pseudonyms, const std::string& seed_file) {
    if (seed_file.empty() || base::file_exists(seed_file)) return Done{};
    std::string text = pseudonyms.key_text();
    auto written = base::replace_file(seed_file, text, true);
    crypto::wipe(text);
    return written;
}

Status audit(Centre& centre, const ResearchOptions& options, const research::Export& made) {
    TRY_LET(transaction, db::Transaction::begin(centre.connection));
    const research::AnonymityReport& said = made.anonymity;
    const std::string persons = std::to_string(said.mothers.persons) + " mothers, " +
                                std::to_string(said.infants.persons) + " infants, k " +
                                std::to_string(said.k) + "; ";
    TRY(server_store::audit(
        centre.connection,
        {centre.clock.now(), server_store::kCommandLine, "export_research",
         options.from + " " + options.to,
         persons + std::string(options.seed_file.empty() ? kPseudonymsEnd : kPseudonymsStay)}));
    return transaction.commit();
}

void say(const ResearchOptions& options, const research::Export& made) {
    const research::AnonymityReport& said = made.anonymity;
    const auto number = [](std::size_t value) { return std::to_string(value); };
    print_facts({{"folder", options.out},
                 {"agreed", std::to_string(made.consenting)},
                 {"mothers", number(said.mothers.persons)},
                 {"infants", number(said.infants.persons)},
                 {"k", number(said.k)},
                 {"smallest class of mothers", number(said.mothers.smallest)},
                 {"smallest class of infants", number(said.infants.smallest)},
                 {"smallest class of families", number(said.families.smallest)},
                 {"mothers left out", std::to_string(said.mothers.left_out)},
                 {"infants left out", std::to_string(said.infants.left_out)},
                 {"links to the mother cut", std::to_string(said.links_cut)},
                 {"answers outside their list", std::to_string(made.refused)}},
                options.json);
}

}  // namespace

Status research_export(const ResearchOptions& options) {
    TRY_LET(centre, open_centre(options.data));
    TRY_LET(asked, asked_of(options, *centre));
    TRY_LET(pseudonyms, pseudonyms_of(options.seed_file));
    TRY_LET(folder, research::NewFolder::beside(options.out));
    TRY_LET(made, research::make_export(centre->connection, centre->forms, asked, pseudonyms,
                                        [&](std::string_view file, std::string_view text) {
                                            return folder.add(file, text);
                                        }));
    const bool has_seed = !options.seed_file.empty() && base::file_exists(options.seed_file);
    const auto written = folder.name_it([&]() -> Status {
        TRY(keep_seed(pseudonyms, options.seed_file));
        return audit(*centre, options, made);
    });
    if (!written.ok()) {
        std::error_code ignored;
        if (!options.seed_file.empty() && !has_seed) {
            std::filesystem::remove(options.seed_file, ignored);
        }
        return written;
    }
    say(options, made);
    return Done{};
}

}  // namespace server_app
