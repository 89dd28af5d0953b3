using ConnectionGen.Xunit;
using Microsoft.Extensions.Time.Testing;
