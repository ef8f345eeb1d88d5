// k-anonymity: of whoever leaves, what a neighbour may know of her is true of at least k persons
// here. Who stands out is made coarser step by step, only as far as it takes; who stands out even
// then is left out, with all that is hers.
//
// The link from mother to infant tells more than each alone: it is cut where mother and infants
// together would stand out. Then nothing else leads from one to the other, not even the days.
#pragma once

#include "sync-server/reports/research/data_set.h"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace research {

struct Anonymity {
    std::size_t persons = 0, classes = 0;
    std::size_t smallest = 0;  // persons in the smallest class; 0 without persons
    int left_out = 0;          // persons
    std::map<std::string, int, std::less<>> coarser;  // rows by column
};

struct AnonymityReport {
    std::size_t k = 0;
    Anonymity mothers, infants;
    Anonymity families;  // mothers with infants linked to them: classes of both together
    int links_cut = 0;   // infants who lost their mother
    bool holds() const;
};

// Over the mothers and the infants; whoever puts their events leaves out who is not there any more,
// and goes by the family of who is.
AnonymityReport anonymise(DataSet& data, std::size_t k);

// Persons by what the quasi-identifiers of all her rows say.
using Classes = std::map<std::string, std::vector<std::string>>;
Classes classes_of(const Table& table);

}  // namespace research
