using System.Text.RegularExpressions;

namespace ConnectionGen.Cli.Platforms;

/// <summary>A mode of a device's command line, known by its prompt.</summary>
/// <param name="Name">The name, as messages and <c>GoToAsync</c> use it: <c>enable</c>, <c>config</c>.</param>
/// <param name="Prompt">
/// What the last line looks like in this mode. A group named <c>host</c> says where the device's name stands; once the name is known,
/// a prompt with another name is believed only after the device has been quiet for a moment.
/// </param>
public sealed record Mode(string Name, Regex Prompt)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}
