// One child's answers, judged by the WHO/UNICEF definitions of 2021 (DOMAIN 6.1).
//
// The fields are those of the dictionary (birth_outcome, feeding_recall), whoever wrote them: a
// record of ours or a researcher's table. Ages are not looked at here. Unknown: not asked, not
// answered or "don't know"; whether such a child stays in a denominator is the caller's word.
#pragma once

#include "shared/care/feeding.h"

namespace indicators {

enum class Verdict { Yes, No, Unknown };

// Historic recall. `birth` holds bf_start_unit, bf_start_value and prelacteal_2d; `recall` bf_ever
// and bf_yesterday.
Verdict ever_breastfed(const base::Fields& birth, const base::Fields& recall);  // EvBF
// EIBF: at once or hour 0. A child never breastfed was not.
Verdict early_initiation(const base::Fields& birth, const base::Fields& recall);
Verdict exclusive_two_days(const base::Fields& birth, const base::Fields& recall);  // EBF2D

// The previous day. Expressed milk is breast milk.
Verdict breastfed_yesterday(const base::Fields& recall);   // CBF
Verdict exclusive_yesterday(const base::Fields& recall);   // EBF
Verdict mixed_milk_yesterday(const base::Fields& recall);  // MixMF
Verdict solids_yesterday(const base::Fields& recall);      // ISSSF
Verdict bottle_yesterday(const base::Fields& recall);      // BoF

}  // namespace indicators
