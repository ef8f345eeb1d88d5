// Which records are about one person only: what goes when she is erased (SYNC 23), and what stays
// because it is about others too.
#pragma once

#include "shared/db/connection.h"
#include "shared/records/record.h"

#include <string_view>
#include <vector>

namespace reports {

struct About {
    std::vector<records::Record> going;    // she herself first
    std::vector<records::Record> staying;  // named by what goes, or naming it, but about others too
};

// Empty if there is no such person. She goes under all the ids that she was merged from and into;
// `with_children`: and her children with her. A household goes only if nobody is left in it.
base::Result<About> records_about(db::Connection& connection, std::string_view person,
                                  bool with_children);

}  // namespace reports
