// What a reader of the data needs to know: the codebook as a table, the k-anonymity as a table,
// and a Frictionless data package (datapackage.org, version 2.0) of both and the data.
#pragma once

#include "shared/forms/form_set.h"
#include "sync-server/reports/research/anonymity.h"
#include "sync-server/reports/research/gathering.h"

#include <string>

namespace research {

std::string codebook_csv(const forms::FormSet& forms);
std::string anonymity_csv(const AnonymityReport& report, const DataSet& data);
std::string datapackage_json(const forms::FormSet& forms, const Period& period,
                             const AnonymityReport& report, base::Date made_on);

}  // namespace research
