#include "world.hpp"

#include <algorithm>

#include "population.hpp"

namespace padan::synth {

World build_world(std::uint32_t people, std::uint64_t seed, std::uint32_t regencies) {
  World world;
  world.root = base::Rng(seed).fork(people);
  base::Rng rng = world.root.fork(1);
  build_places(world, people, regencies, rng);
  Population(world, people, world.root.fork(2)).fill();
  return world;
}

} // namespace padan::synth
