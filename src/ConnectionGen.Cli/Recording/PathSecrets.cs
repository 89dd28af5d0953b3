namespace ConnectionGen.Cli.Recording;

/// <summary>The secrets of a path's credentials, whether they are ever sent or not.</summary>
internal static class PathSecrets
{
    /// <summary>Those whose text can be told without asking anybody; one that is asked for later is known from then on.</summary>
    public static IEnumerable<string> Of(PathDescription path) => path.Credentials.Values.SelectMany(static credential => credential.Known()).Select(static secret => secret.Reveal());
}
