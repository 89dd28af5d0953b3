namespace ConnectionGen.TestbedFiles;

/// <summary>Where the format has a map, so that a markup there stands for a whole block.</summary>
internal static class BlockPlaces
{
    private static readonly string[][] s_places =
    [
        .. new[]
        {
            "testbed", "testbed/credentials", "testbed/credentials/*", "testbed/servers", "testbed/servers/*", "testbed/servers/*/credentials",
            "testbed/servers/*/credentials/*", "testbed/tacacs", "testbed/passwords", "testbed/network", "testbed/custom",
            "devices", "devices/*", "devices/*/credentials", "devices/*/credentials/*", "devices/*/tacacs", "devices/*/passwords", "devices/*/custom",
            "devices/*/connections", "devices/*/connections/*", "devices/*/connections/*/arguments", "devices/*/connections/*/credentials",
            "devices/*/connections/*/credentials/*", "topology", "topology/*", "topology/links/*", "topology/*/interfaces", "topology/*/interfaces/*",
        }.Select(static place => place.Split('/')),
    ];

    /// <summary>Whether there is a block at a place.</summary>
    /// <param name="keys">The keys that lead there, from the top.</param>
    public static bool Has(IReadOnlyList<string> keys) => Array.Exists(s_places, place => Matches(place, keys));

    private static bool Matches(string[] place, IReadOnlyList<string> keys)
    {
        if (place.Length != keys.Count)
            return false;

        for (var i = 0; i < place.Length; i++)
        {
            if (place[i] != "*" && place[i] != keys[i])
                return false;
        }

        return true;
    }
}
