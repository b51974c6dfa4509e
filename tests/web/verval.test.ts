import { describe, expect, test } from 'vitest';
import { findVillage, findVillages, inTwoDays, readWorkers } from '../../web/src/screens/verval/villages';

const village = (key: string, name: string) => ({ key, village: name, district: 'Mandala', persons: 9, to_check: 3 });
const villages = [
  village('3304012001', 'Sukamaju'),
  village('3304012002', 'Suka Raja'),
  village('3304022001', 'Karanganyar'),
  village('3304032001', 'Karanganyar'),
];

describe('villages as they are typed', () => {
  test('by code with or without dots, by name, never by a name that two bear', () => {
    expect(findVillage('33.04.01.2002', villages)?.village).toBe('Suka Raja');
    expect(findVillage('3304012001 Sukamaju', villages)?.key).toBe('3304012001');
    expect(findVillage('desa sukaraja', villages)?.key).toBe('3304012002');
    expect(findVillage('Karanganyar', villages)).toBeUndefined();
    expect(findVillage('9999999999', villages)).toBeUndefined();
  });

  test('a list says what it does not know, and counts nobody twice', () => {
    const { found, unknown } = findVillages('Sukamaju\nDesa Sukamaju\n\nKaranganyar; 3304032001', villages);
    expect(found.map(({ key }) => key)).toEqual(['3304012001', '3304032001']);
    expect(unknown).toEqual(['Karanganyar']);
  });

  test('field workers by village', () => {
    expect(readWorkers('Sukamaju = Ibu Sri\nSuka Raja: Pak Karta\nEntah = X\nSukamaju =', villages)).toEqual({
      3304012001: 'Ibu Sri',
      3304012002: 'Pak Karta',
    });
  });

  test('two days, over the end of a month', () => {
    expect(inTwoDays('2026-11-29')).toBe('2026-12-01');
  });
});
