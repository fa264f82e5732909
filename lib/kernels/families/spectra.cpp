#include "kernels/families/families.hpp"
#include "kernels/fourier.hpp"
#include "kernels/spectrum.hpp"
#include "kernels/transpose.hpp"

namespace noble::kernels {

template <class Registers>
void add_spectra(table<typename Registers::real>& to) {
    using vector = vector_of<Registers>;
    to.forward = forward<vector, turn<Registers>>;
    to.inverse = inverse<vector, turn<Registers>>;
    to.multiply = multiply<vector, false>;
    to.multiply_conjugate = multiply<vector, true>;
    to.pick = pick<vector>;
    to.place = place<vector>;
    to.interleave = interleave<vector>;
    to.energy = energy<vector>;
}

template void add_spectra<set::floats>(table<float>& to);
template void add_spectra<set::doubles>(table<double>& to);

}  // namespace noble::kernels
