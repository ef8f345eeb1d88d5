#include "shared/base/csv.h"
#include "shared/base/file.h"
#include "shared/base/text.h"
#include "shared/crypto/keys.h"
#include "sync-server/accept/desk/deciding.h"
#include "sync-server/accept/staff/users.h"
#include "sync-server/app/centre.h"
#include "sync-server/app/commands/commands.h"
#include "sync-server/http/tls_identity.h"
#include "sync-server/store/meta.h"
#include "sync-server/store/people/people.h"

#include <cstdio>
#include <set>

namespace server_app {

using base::Done;
using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

constexpr std::int64_t kFirstEpoch = 1;

Result<std::vector<protocol::Unit>> read_units(const std::string& file) {
    TRY_LET(text, base::read_file(file));
    auto parsed = base::csv::parse_filled_in(text);
    if (!parsed.ok()) return std::move(parsed).error().during(file);
    const base::csv::Table& table = parsed.value();
    std::vector<protocol::Unit> units;
    std::set<std::string> codes;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        protocol::Unit unit{table.at(row, "code"), table.at(row, "name"), table.at(row, "village"),
                            table.at(row, "village_code")};
        const std::string where = file + ", row " + std::to_string(row + 2);  // below the heading
        auto checked = staff::check_new_unit(unit);
        if (!checked.ok()) return std::move(checked).error().during(where);
        if (!codes.insert(unit.code).second) {
            return Error{ErrorCode::Usage, where + ": the code " + unit.code + " stands twice"};
        }
        units.push_back(std::move(unit));
    }
    if (units.empty()) return Error{ErrorCode::Usage, file + ": no unit in it"};
    return units;
}

Status put_identity(db::Connection& connection, const InitOptions& options) {
    TRY(server_store::set_meta(connection, server_store::kCentre, options.centre));
    TRY(server_store::set_meta(connection, server_store::kZone, options.zone));
    TRY(server_store::set_meta(connection, server_store::kAddress, options.address));
    TRY(server_store::set_meta(connection, server_store::kEpoch, std::to_string(kFirstEpoch)));
    TRY(server_store::set_meta(connection, server_store::kSigningKey,
                               crypto::SigningKey::generate().text()));
    TRY(server_store::set_meta(connection, server_store::kBoxKey,
                               crypto::BoxKey::generate().text()));
    TRY_LET(identity, http::make_tls_identity(options.centre));
    TRY(server_store::set_meta(connection, server_store::kCertificate, identity.certificate_pem));
    return server_store::set_meta(connection, server_store::kCertificateKey, identity.key_pem);
}

// A database that an init made and did not fill, killed on the way, is filled now.
Status check_is_empty(db::Connection& connection, const std::string& data) {
    TRY_LET(centre, server_store::meta(connection, server_store::kCentre));
    TRY_LET(key, server_store::meta(connection, server_store::kSigningKey));
    if (centre.empty() && key.empty()) return Done{};
    return Error{ErrorCode::Refused, data + " already holds a health centre; nothing was changed"};
}

}  // namespace

Status init(const InitOptions& options) {
    if (!base::is_valid_utf8(options.centre)) {
        return Error{ErrorCode::Usage, "--centre must be UTF-8 text"};
    }
    if (!base::find_zone(options.zone)) {
        return Error{ErrorCode::Usage, "the zone is Asia/Jakarta, Asia/Makassar or Asia/Jayapura"};
    }
    TRY_LET(units, read_units(options.units_file));
    TRY(base::make_directory(options.data, true));
    TRY_LET(connection, server_store::open_database(database_path(options.data), true));
    TRY_LET(transaction, db::Transaction::begin(connection));
    TRY(check_is_empty(connection, options.data));
    TRY(put_identity(connection, options));
    for (const protocol::Unit& unit : units) TRY(server_store::put_unit(connection, unit));
    TRY(accept::add_console_device(connection, base::SystemClock().now()));
    TRY_LET(code, make_backup_key(options.data));
    TRY(transaction.commit());
    std::printf("%s: %zu units\n", options.centre.c_str(), units.size());
    if (!code.empty()) std::printf("\n%s", recovery_words(code).c_str());
    return Done{};
}

}  // namespace server_app
