// Who is written down already, for finding the rows of a table among them. Only what is surely the
// same counts as here; the duplicates' list finds the rest afterwards (sync-server/merge).
#pragma once

#include "shared/base/date.h"
#include "shared/base/fields.h"
#include "shared/db/connection.h"
#include "shared/names/name.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace importing {

using base::Result;

struct Sought {
    names::Name name;
    std::string birth_date;  // 2026-03-01; empty: not known
    std::string nik;         // 16 digits, or empty
    std::string unit;
    bool is_infant = true;
};

struct Found {
    std::string id;
    std::string name;
    std::string birth_date;
    std::string household;
    std::string unit;
    std::string by;           // "NIK", or "nama dan tanggal lahir"
    bool is_certain = false;  // same NIK, or same posyandu, sound of the name and birth date
};

class Known {
public:
    // Everybody who is neither withdrawn nor merged into another.
    static Result<Known> read(db::Connection& connection);
    void add(const std::string& id, const std::string& unit, const base::Fields& person);

    std::optional<Found> find(const Sought& sought) const;

private:
    struct One {
        Found about;
        names::Name name;
        std::string unit;
        bool is_infant;
    };
    std::vector<One> all_;
    std::multimap<std::string, std::size_t> by_nik_;
    std::multimap<std::string, std::size_t> by_birth_;  // also with day and month swapped
};

}  // namespace importing
